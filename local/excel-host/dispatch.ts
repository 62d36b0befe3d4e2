/** The generic part: a rich-API batch against API objects. It knows nothing of Excel. */
import { Api, membersOf, nameOfApi } from './api/base.ts';
import { OfficeError, statusOf } from './errors.ts';

interface PathInfo {
  Id: number;
  /** 1 global, 2 new, 3 method, 4 property, 5 indexer, 6 reference, 7 null object. */
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

interface ArgumentInfo {
  Arguments?: unknown[] | null;
  ReferencedObjectPathIds?: unknown[] | null;
}

interface ActionInfo {
  Id: number;
  /** 1 instantiate, 2 query, 3 method, 4 set, 5 trace, 6 recursive query, 7 query as JSON, 8 ensure unchanged, 9 update. */
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: { Select?: string[]; Expand?: string[]; Top?: number; Skip?: number };
}

export interface Batch {
  Actions: ActionInfo[];
  ObjectPaths: Record<string, PathInfo>;
}

export interface BatchAnswer {
  Results: { ActionId: number; Value: unknown }[];
  TraceIds: number[];
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number; HttpStatusCode: number };
}

export interface DispatchOptions {
  root: Api;
  byReference(reference: string): object | undefined;
  /** Refuses members above the host's requirement set. */
  isOffered(owner: string, member: string): boolean;
  /** Throws where a fault was set on a member. */
  check(member: string): void;
}

const members = new Map<unknown, Map<string, PropertyDescriptor | null>>();

function membersOfObject(object: object): Map<string, PropertyDescriptor | null> {
  const known = members.get(object.constructor) ?? membersOf(object.constructor as typeof Api);
  members.set(object.constructor, known);
  return known;
}

function camel(name: string): string {
  return name.startsWith('_') ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

function pascal(name: string): string {
  return name.startsWith('_') ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

function notFound(member: string): never {
  throw new OfficeError('ApiNotFound', `ApiNotFound ${member}`);
}

/** @returns names on the wire of what a batch does, for counting and faults. */
export function callsOf(batch: Batch): string[] {
  const calls: string[] = [];
  const paths = Object.values(batch.ObjectPaths);
  for (const path of paths) if (path.ObjectPathType === 3) calls.push(path.Name);
  for (const action of batch.Actions) {
    if (action.ActionType === 3) calls.push(action.Name);
    else if (action.ActionType === 4) calls.push(`SetProperty ${action.Name}`);
    else if (action.ActionType === 2) for (const name of action.QueryInfo?.Select ?? []) calls.push(`Query ${name}`);
  }
  return calls;
}

export class Dispatcher {
  private readonly options: DispatchOptions;
  private paths: Record<string, PathInfo> = {};
  private objects = new Map<number, object | null>();
  /** The member at work: where an error happened. */
  private location = '';

  constructor(options: DispatchOptions) {
    this.options = options;
  }

  /** Runs a batch. An error ends it; what was done before stays done. `stopAt`: an error put in at one action. */
  run(batch: Batch, stopAt?: { index: number; code: string }): BatchAnswer {
    this.paths = batch.ObjectPaths;
    this.objects = new Map();
    const answer: BatchAnswer = { Results: [], TraceIds: [] };
    for (let index = 0; index < batch.Actions.length; index += 1) {
      const action = batch.Actions[index]!;
      try {
        this.location = '';
        if (stopAt?.index === index) throw new OfficeError(stopAt.code);
        const value = this.act(action);
        answer.Results.push({ ActionId: action.Id, Value: value });
        if (action.ActionType === 5) answer.TraceIds.push(action.Id);
      } catch (error) {
        if (!(error instanceof OfficeError)) throw error;
        answer.Error = {
          Code: error.code,
          Message: error.message,
          Location: this.location,
          ActionIndex: index,
          HttpStatusCode: statusOf(error.code),
        };
        return answer;
      }
    }
    return answer;
  }

  private act(action: ActionInfo): unknown {
    const type = action.ActionType;
    if (type === 5) return null;
    const object = this.resolve(action.ObjectPathId);
    if (type === 1) return object === null ? null : (object as Api).wireIds;
    if (object === null) return type === 3 ? { _IsNull: true } : null;
    if (type === 2 || type === 7) {
      const { Select, Expand, Top, Skip } = action.QueryInfo ?? {};
      const cut = { from: Skip ?? 0, count: Top ?? Infinity };
      return this.query(object, Select ?? [], Expand ?? [], type === 2 ? pascal : camel, cut);
    }
    if (type === 3) return this.method(object, action);
    if (type === 4) return this.set(object, action.Name, this.given(action.ArgumentInfo)[0]);
    if (type === 9) {
      const [changes] = this.given(action.ArgumentInfo);
      this.update(object, changes as Record<string, unknown>);
      return null;
    }
    if (type === 8) return null;
    throw new OfficeError('NotImplemented', `action type ${type}`);
  }

  /** Resolved when first needed, once a request: methods with effects must not run twice. */
  private resolve(id: number): object | null {
    if (this.objects.has(id)) return this.objects.get(id)!;
    const path = this.paths[id];
    if (path === undefined) throw new OfficeError('InvalidObjectPath', `no path ${id}`);
    const object = this.follow(path);
    this.objects.set(id, object);
    return object;
  }

  private follow(path: PathInfo): object | null {
    const type = path.ObjectPathType;
    if (type === 1) return this.options.root;
    if (type === 2) return new Stub();
    if (type === 7) return null;
    if (type === 6) {
      const found = this.options.byReference(path.Name);
      if (found === undefined) throw new OfficeError('InvalidObjectPath', `the reference ${path.Name} is gone`);
      return found;
    }
    const parent = this.resolve(path.ParentObjectPathId!);
    if (parent === null) return null;
    if (type === 4) return this.get(parent, path.Name) as object | null;
    const name = type === 5 ? 'getItem' : path.Name;
    return (this.call(parent, name, this.given(path.ArgumentInfo)) as object | null | undefined) ?? null;
  }

  /** Arguments, with the objects that stand in for paths. */
  private given(info: ArgumentInfo | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((argument, index) => {
      const id = references[index];
      return typeof id === 'number' && id !== 0 ? this.resolve(id) : argument;
    });
  }

  /** Throws unless the object's class has the member and the host offers it. */
  private member(object: object, wire: string): { name: string; descriptor: PropertyDescriptor | null } {
    const name = camel(wire);
    const owner = nameOfApi(object);
    this.location = `${owner}.${name}`;
    const descriptor = membersOfObject(object).get(name);
    if (descriptor === undefined || !this.options.isOffered(owner, name)) notFound(this.location);
    return { name, descriptor };
  }

  private get(object: object, wire: string): unknown {
    const { name } = this.member(object, wire);
    this.options.check(this.location);
    return (object as Record<string, unknown>)[name];
  }

  private set(object: object, wire: string, value: unknown): null {
    const { name, descriptor } = this.member(object, wire);
    if (descriptor !== null && descriptor.set === undefined)
      throw new OfficeError('InvalidOperation', `${this.location} can't be set`);
    this.options.check(this.location);
    (object as Record<string, unknown>)[name] = value;
    return null;
  }

  private update(object: object, changes: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(changes)) {
      const { descriptor } = this.member(object, name);
      const inner = descriptor?.get === undefined ? null : this.get(object, name);
      if (inner instanceof Api) this.update(inner, value as Record<string, unknown>);
      else this.set(object, name, value);
    }
  }

  private call(object: object, wire: string, values: unknown[]): unknown {
    if (object instanceof Stub) return null;
    const { descriptor } = this.member(object, wire);
    // undefined arrives as null.
    if (typeof descriptor?.value !== 'function') notFound(this.location);
    this.options.check(this.location);
    return (descriptor.value as (...given: unknown[]) => unknown).apply(
      object,
      values.map((value) => (value === null ? undefined : value)),
    );
  }

  private method(object: object, action: ActionInfo): unknown {
    const value = this.call(object, action.Name, this.given(action.ArgumentInfo));
    return value === undefined ? null : value;
  }

  private query(
    object: object,
    select: string[],
    expand: string[],
    spell: (name: string) => string,
    cut = { from: 0, count: Infinity },
  ): unknown {
    const names = select.map((path) => path.replace(/^items(\/|$)/, '')).filter((path) => path !== '' && path !== '*');
    const known = membersOfObject(object);
    const own: Record<string, unknown> = {};
    if (known.has('items')) {
      const items = this.get(object, 'items') as Api[];
      const part = items.slice(cut.from, cut.from + cut.count);
      own['_Items'] = part.map((item, index) => ({
        ...(this.query(item, names, expand, spell) as object),
        ...item.wireIds,
        ...(cut.from > 0 ? { _Index: cut.from + index } : {}),
      }));
      return own;
    }
    const all = names.length === 0 || select.includes('*');
    const nested = new Map<string, string[]>();
    for (const path of [...names, ...expand]) {
      const [first, ...rest] = path.split('/') as [string, ...string[]];
      nested.set(
        first,
        [...(nested.get(first) ?? []), rest.join('/')].filter((one) => one !== ''),
      );
    }
    if (all)
      for (const [name, descriptor] of known) {
        if (nested.has(name) || descriptor?.get === undefined || !this.options.isOffered(nameOfApi(object), name))
          continue;
        const value = this.get(object, name);
        if (!(value instanceof Api)) own[spell(name)] = value;
      }
    for (const [name, rest] of nested) {
      const value = this.get(object, name);
      own[spell(camel(name))] = value instanceof Api ? this.query(value, rest, [], spell) : value;
    }
    return own;
  }
}

/** An object of the library's own that asks for nothing in return. */
class Stub extends Api {
  static override readonly api = 'AddinInternalService';
}
