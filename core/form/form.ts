/** What a form is made of and for. */
import type { IndexSet, NotArisingPolicy } from '../framework/framework.ts';
import type { Book } from '../workbook/book.ts';
import type { Say } from '../messages/message.ts';

/** What forms of a set share. */
export interface FormSet {
  set: IndexSet;
  title: string;
  period: string;
  decimals: number;
  rounding: 'indicator' | 'total';
  notArising: NotArisingPolicy;
  /** Lines of Thiết lập: key and value. */
  settings: readonly (readonly [string, string | number])[];
  /** Fingerprint of set and layout. */
  version: string;
  say: Say;
}

export interface FormUnit {
  name: string;
  code: string | null;
  /** Indexes of the indicators that apply. */
  included: ReadonlySet<number>;
}

export interface MadeForm {
  book: Book;
  /** Codes of indicators that the form can't work out. */
  later: string[];
  /** Codes of indicators whose rule or maximum can't be read. */
  unread: string[];
}
