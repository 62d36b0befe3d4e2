/** The host's side of the conversation with the genuine office.js: handshake, rich API, settings, events. */
import type { Env } from './api/base.ts';
import { EVENTS } from './api/events.ts';
import { RangeApi } from './api/range.ts';
import { WorkbookApi } from './api/workbook.ts';
import { appContext } from './context.ts';
import { callsOf, Dispatcher, type Batch, type BatchAnswer } from './dispatch.ts';
import { Faults, OFFICE_ERRORS, type RequestInfo } from './faults.ts';
import { parseArea } from './model/areas.ts';
import type { Book, BookEvent } from './model/book.ts';
import { References } from './references.ts';
import { isOffered, type Matrix, type Metadata } from './requirements.ts';

export interface HostOptions {
  book: Book;
  /** Sends a JSON text to the add-in's window. */
  post: (json: string) => void;
  /** Address of the document, shown to the add-in. */
  url?: string;
  /** Requirement sets; the library at hand knows up to ExcelApi 1.15. */
  matrix?: Matrix;
  /** What the library says of its members; without it nothing is refused for being too new. */
  metadata?: Metadata | null;
  locale?: string;
  decimal?: string;
  faults?: Faults;
  /** Does a part of a long answer in a turn of its own, so that the page is never busy for long; at once where it is left out. */
  later?: (job: () => void) => void;
  /** The person leaves the pane by keyboard: the library takes Tab, Escape and F2 for itself and tells the host. */
  leaves?: (where: Leaving) => void;
}

/** Where the keyboard goes from the pane. */
export type Leaving = 'next' | 'previous' | 'sheet';

/** A request as it came and went. 'rich': what the add-in asked; 'release', 'internal': the library's own. */
export interface Counted {
  kind: 'rich' | 'release' | 'internal' | 'settings';
  bytes: number;
  answerBytes: number;
  actions: number;
  calls: string[];
  /** Office error or code in the answer. */
  error: string | null;
}

interface Message {
  _messageType: number;
  _actionName: string;
  _conversationId: string;
  _correlationId: number;
  _actionType: number;
  _data: unknown;
  [other: string]: unknown;
}

interface Call {
  DdaMethod?: { DispatchId: number; ControlId?: string };
  ArrayData?: unknown[];
  DdaSettingsMethod?: { Properties?: [string, string][] };
  eventDispId?: number;
}

const DEFAULT_MATRIX: Matrix = { ExcelApi: '1.15', DialogApi: '1.2', SharedRuntime: '1.1', DelayForCellEdit: '1.1' };
const WAITS = 64;
/** What the library says the person did (its AgaveHostAction). */
const LEAVINGS: Readonly<Record<number, Leaving>> = {
  5: 'sheet',
  6: 'sheet',
  13: 'next',
  14: 'previous',
  15: 'sheet',
  16: 'sheet',
  17: 'next',
  18: 'previous',
};
let conversations = 0;

export class OfficeHost {
  readonly book: Book;
  readonly faults: Faults;
  /** Every request so far. */
  readonly requests: Counted[] = [];
  settings: [string, string][] = [];
  readonly matrix: Matrix;
  private readonly options: HostOptions;
  private readonly conversation: string;
  private readonly references = new References();
  private readonly wanted = new Map<string, number>();
  private readonly channels = new Map<number, Message>();
  private readonly dispatcher: Dispatcher;
  private pending: BookEvent[] = [];
  private isBusy = false;
  private counted = 0;
  private readonly stop: () => void;

  constructor(options: HostOptions) {
    this.options = options;
    this.book = options.book;
    this.faults = options.faults ?? new Faults();
    this.matrix = options.matrix ?? DEFAULT_MATRIX;
    // Settings are cached under the conversation: a new one for each load.
    conversations += 1;
    this.conversation = `conv-${conversations}-${Math.trunc(Math.random() * 1e9)}`;
    const env = this.env();
    this.dispatcher = new Dispatcher({
      root: new WorkbookApi(env),
      byReference: env.byReference,
      isOffered: (owner, member) => !options.metadata || isOffered(options.metadata, this.matrix, owner, member),
      check: (member) => this.faults.checkMember(member),
    });
    this.stop = this.book.listen((event) => this.heard(event));
  }

  /** Name of the add-in's frame, to be set before the element is attached. `origin`: of the page around the add-in; https and the add-in's own host name, or the library asks. */
  nameOfFrame(origin: string): string {
    const locale = this.options.locale ?? 'vi-VN';
    return JSON.stringify({
      baseFrameName: `_xdm_${this.conversation}`,
      hostInfo: `Excel$Web$16.01$${locale}$corr$$disableLogging$0`,
      xdmInfo: `${this.conversation}|app-1|${origin}`,
      serializerVersion: '1',
      flights: '[]',
    });
  }

  /** The add-in is gone: nothing more is told. */
  close(): void {
    this.stop();
    this.channels.clear();
  }

  /** @returns how many requests of a kind came. */
  count(kind: Counted['kind'] = 'rich'): number {
    return this.requests.filter((one) => one.kind === kind).length;
  }

  /** A message from the add-in's window; anything else is ignored. */
  receive(json: unknown): void {
    if (typeof json !== 'string' || !json.startsWith('{')) return;
    const message = JSON.parse(json) as Message;
    if (message._messageType !== 0 || message._conversationId !== this.conversation) return;
    if (message._actionName === 'ContextActivationManager_getAppContextAsync') {
      if (!this.faults.neverReady) this.answer(message, this.context());
    } else if (message._actionType === 1) {
      const { eventDispId } = message._data as Call;
      if (eventDispId !== undefined) this.channels.set(eventDispId, message);
      this.answer(message, { Error: 0 });
    } else if (message._actionType === 2) this.answer(message, { Error: 0 });
    else {
      if (message._actionName === 'ContextActivationManager_notifyHost') this.notified(message._data);
      this.invoke(message);
    }
  }

  private notified(data: unknown): void {
    const where = Array.isArray(data) ? LEAVINGS[Number(data[1])] : undefined;
    if (where !== undefined) this.options.leaves?.(where);
  }

  /** Tells the add-in of a theme, a click on a command … through a channel it opened (33 rich API, 39 commands). */
  private tell(channel: number, data: unknown): void {
    const opened = this.channels.get(channel);
    if (opened !== undefined) this.send(opened, data, 1);
  }

  private env(): Env {
    return {
      book: this.book,
      faults: this.faults,
      decimal: this.options.decimal ?? ',',
      keep: (object) => this.references.keep(object),
      release: (reference) => this.references.release(reference),
      byReference: (reference) => this.references.get(reference),
      subscribe: (type, target, on) => {
        const key = `${type} ${target}`;
        this.wanted.set(key, Math.max(0, (this.wanted.get(key) ?? 0) + (on ? 1 : -1)));
      },
    };
  }

  /** References that the add-in still holds: a leak shows here. */
  get heldReferences(): number {
    return this.references.size;
  }

  private context(): Record<string, unknown> {
    return appContext({
      locale: this.options.locale ?? 'vi-VN',
      url: this.options.url ?? 'https://localhost/so-tinh.xlsx',
      isReadOnly: this.book.readOnly,
      settings: this.settings,
      matrix: this.matrix,
    });
  }

  private invoke(message: Message): void {
    const data = message._data as Call;
    const dispatch = data.DdaMethod?.DispatchId;
    if (dispatch === 93) this.rich(message, data.ArrayData ?? []);
    else if (dispatch === 76 || dispatch === 75) this.settle(message, data, dispatch === 76);
    else this.answer(message, { Error: 0, Version: 1 });
  }

  private settle(message: Message, data: Call, isSave: boolean): void {
    const bytes = JSON.stringify(data).length;
    this.requests.push({ kind: 'settings', bytes, answerBytes: 0, actions: 0, calls: [], error: null });
    if (isSave) {
      this.settings = data.DdaSettingsMethod?.Properties ?? [];
      this.answer(message, { Version: 1, Error: 0 });
    } else {
      const list = this.settings.map(([Name, Value]) => ({ Name, Value }));
      this.answer(message, { Version: 1, Error: 0, Properties: { Settings: list } });
    }
  }

  private rich(message: Message, array: unknown[]): void {
    const text = array[4] as string;
    const batch = JSON.parse(text) as Batch;
    const calls = callsOf(batch);
    const kind = array[0] === 'WacPartition' ? 'internal' : isRelease(batch) ? 'release' : 'rich';
    const bytes = utf8Length(text);
    const counted: Counted = { kind, bytes, answerBytes: 0, actions: batch.Actions.length, calls, error: null };
    this.requests.push(counted);
    if (kind !== 'rich') {
      this.finish(message, batch, counted);
      return;
    }
    this.counted += 1;
    const waits = (Number(array[6]) & WAITS) !== 0 && this.matrix['DelayForCellEdit'] !== undefined;
    const request: RequestInfo = { number: this.counted, bytes, calls, waits };
    if (this.faults.isEditing) {
      if (waits) this.faults.afterEditing(() => this.handle(message, batch, counted, request));
      else this.refuse(message, counted, 'InvalidOperationInCellEditMode');
    } else this.handle(message, batch, counted, request);
  }

  private handle(message: Message, batch: Batch, counted: Counted, request: RequestInfo): void {
    if (counted.bytes > this.faults.payloadLimit) {
      this.refuse(message, counted, 'RequestPayloadSizeLimitExceeded');
      return;
    }
    const treatment = this.faults.treat(request);
    if (treatment?.kind === 'silence') counted.error = 'silence';
    else if (treatment?.kind === 'office-error') this.refuse(message, counted, treatment.code);
    else if (treatment?.kind === 'error') {
      const index = Math.min(batch.Actions.length - 1, Math.floor(treatment.at * batch.Actions.length));
      this.finish(message, batch, counted, { index, code: treatment.code });
    } else this.finish(message, batch, counted, undefined, treatment?.code);
  }

  private refuse(message: Message, counted: Counted, code: keyof typeof OFFICE_ERRORS | number): void {
    counted.error = String(code);
    this.answer(message, { Version: 1, Error: typeof code === 'number' ? code : OFFICE_ERRORS[code] });
  }

  private finish(
    message: Message,
    batch: Batch,
    counted: Counted,
    stopAt?: { index: number; code: string },
    instead?: number,
  ): void {
    this.isBusy = true;
    let answer: BatchAnswer;
    try {
      answer = this.book.as('addin', () => {
        const done = this.dispatcher.run(batch, stopAt);
        this.book.calculate();
        return done;
      });
    } finally {
      this.isBusy = false;
    }
    counted.error = answer.Error?.Code ?? null;
    const events = this.pending.splice(0);
    const later = this.options.later ?? ((job: () => void): void => job());
    later(() => {
      const body = JSON.stringify(answer);
      counted.answerBytes = utf8Length(body);
      later(() => {
        // What was written stays written, though the answer is refused.
        if (instead !== undefined) this.refuse(message, counted, instead);
        else if (counted.answerBytes > this.faults.payloadLimit)
          this.refuse(message, counted, 'ResponsePayloadSizeLimitExceeded');
        else this.answer(message, { Version: 1, Error: 0, Data: [200, ['hdr', 'val'], body] });
        this.fire(events);
      });
    });
  }

  private heard(event: BookEvent): void {
    // Events of a request follow its answer.
    if (this.isBusy) this.pending.push(event);
    else this.fire([event]);
  }

  /** Tells of all that a request did in one message, as Excel does. */
  private fire(events: readonly BookEvent[]): void {
    const entries = events.flatMap((event) => this.entriesOf(event));
    if (entries.length > 0) this.tell(33, { ArrayData: entries });
  }

  private entriesOf({ type, sheet, address, by, details }: BookEvent): unknown[][] {
    const info = EVENTS.find((one) => one.event === type);
    if (info === undefined) return [];
    const message = {
      type,
      worksheetId: sheet.id,
      source: by === 'other' ? 'Remote' : 'Local',
      triggerSource: by === 'addin' ? 'ThisLocalAddin' : 'Unknown',
      ...(address === undefined ? {} : { address }),
      ...details,
    };
    return [sheet.id, 'Workbook']
      .filter((target) => (this.wanted.get(`${type} ${target}`) ?? 0) > 0)
      .map((target) => {
        const area = address === undefined ? null : parseArea(address);
        const range = area === null ? null : new RangeApi(this.env(), sheet, area);
        const reference = range === null ? {} : { referenceId: this.references.keepForEvent(range) };
        return [65_536, info.number, target, JSON.stringify({ ...message, ...reference }), 0];
      });
  }

  private answer(message: Message, data: unknown): void {
    this.send(message, data, 0);
  }

  private send(message: Message, data: unknown, responseType: 0 | 1): void {
    const json = JSON.stringify({
      _messageType: 1,
      _actionName: message._actionName,
      _conversationId: message._conversationId,
      _correlationId: message._correlationId,
      _origin: message['_origin'],
      _data: data,
      _errorCode: 0,
      _responseType: responseType,
    });
    this.options.post(json);
  }
}

/** @returns bytes of a JSON text in UTF-8; a surrogate is half of four. JSON has no lone ones. */
function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) bytes += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return bytes;
}

/** The library's own clean-up after a run. */
function isRelease(batch: Batch): boolean {
  return (
    batch.Actions.every((action) => action.ActionType === 1 || action.Name.startsWith('_Remove')) &&
    batch.Actions.some((action) => action.ActionType === 3)
  );
}
