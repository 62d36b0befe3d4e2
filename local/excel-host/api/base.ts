/** What all API objects share. Only members of the real API stand on their prototypes or in `fields`: the dispatcher reaches nothing else. */
import type { Area } from '#core/workbook/picture';
import { quoteSheet } from '#core/workbook/address';
import { OfficeError } from '../errors.ts';
import type { Faults } from '../faults.ts';
import { areaA1, parseArea } from '../model/areas.ts';
import type { Book } from '../model/book.ts';
import type { SheetModel } from '../model/sheet.ts';

/** What API objects need of the host. */
export interface Env {
  book: Book;
  faults: Faults;
  /** Decimal sign of the regional setting: in `text` only. */
  decimal: string;
  /** Keeps an object beyond its request; returns its reference. */
  keep(object: object): string;
  release(reference: string): void;
  byReference(reference: string): object | undefined;
  /** Remembers that the add-in wants events of this kind from this target. */
  subscribe(type: string, target: string, on: boolean): void;
}

/** Marks API objects; `api` is the class's name in the library. */
export abstract class Api {
  static readonly api: string = '';
  /** Plain members that are own properties of the object. */
  static readonly fields: readonly string[] = [];
  /** Sent when the object is instantiated or listed: how later batches address it. */
  wireIds: Readonly<Record<string, string>> = {};
}

export function nameOfApi(object: object): string {
  return (object.constructor as typeof Api).api;
}

/** @returns the members that may be reached: those of the class, its ancestors below Api, and its plain fields. */
export function membersOf(type: typeof Api): Map<string, PropertyDescriptor | null> {
  const members = new Map<string, PropertyDescriptor | null>();
  for (const field of type.fields) members.set(field, null);
  for (let proto: object = type.prototype; proto !== Api.prototype; proto = Object.getPrototypeOf(proto) as object)
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(proto)))
      if (name !== 'constructor' && !members.has(name)) members.set(name, descriptor);
  return members;
}

export function addressOf(sheet: SheetModel, areas: readonly Area[]): string {
  return areas.map((area) => `${quoteSheet(sheet.name)}!${areaA1(area)}`).join(',');
}

/** Reads an address as Range calls take it, its own sheet's name allowed. */
export function areaOf(address: unknown): Area {
  const text = typeof address === 'string' ? address.slice(address.lastIndexOf('!') + 1) : '';
  const area = parseArea(text);
  if (area === null) throw new OfficeError('InvalidArgument', `The address ${String(address)} is invalid.`);
  return area;
}

/** @returns the value that all have; null where they differ, as Excel tells it. */
export function common<T>(values: Iterable<T>, none: T): T | null {
  let first: T | undefined;
  for (const value of values) {
    if (first === undefined) first = value;
    else if (value !== first) return null;
  }
  return first === undefined ? none : first;
}
