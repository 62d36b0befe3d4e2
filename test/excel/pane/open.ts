/** The pane as a person has it: the real components, the real core on the page, the real adapter, the genuine office.js, a local workbook. */
import { cleanup, configure, render, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import type { Message } from '#core/messages/message';
import { fromA1, toA1 } from '#core/workbook/address';
import type { Scalar } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import type { Book } from '#local/excel-host/model/book';
import { readWorkbook } from '#xlsx/read';
import { App, type AppProps } from '../../../excel-addin/taskpane/app.tsx';
import { pageEngine } from '../../../excel-addin/taskpane/engine.ts';
import { excelHost } from '../../../excel-addin/workbook/index.ts';
import { openBook, valuesOf, type Opened } from '../adapter/library.ts';

/** @returns a workbook of samples/, read. */
export function sample(name: string): Picture {
  return readWorkbook(readFileSync(`samples/${name}.xlsx`)).picture;
}

// Machines that run many tests at once are slow.
configure({ asyncUtilTimeout: 15_000 });

// jsdom lays nothing out: the list is told that it is 480 px high.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 480 });
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 320 });

/** @returns the workbook as Excel shows it: a picture read through the adapter, as the pane reads it. */
export async function asShown(picture: Picture): Promise<Picture> {
  const office = await openBook(picture);
  try {
    return await excelHost().readPicture(() => undefined, new AbortController().signal);
  } finally {
    office.close();
  }
}

export interface OpenPane {
  user: UserEvent;
  office: Opened;
  book: Book;
  preferences: Map<string, string>;
  /** Presses the button of this name. */
  press(name: string | RegExp): Promise<void>;
  /** Opens a tab. */
  tab(name: string): Promise<void>;
  /** Waits for a text that stands in one element. */
  says(text: string | RegExp): Promise<HTMLElement>;
  /** Rows of the list's page. */
  rows(): HTMLElement[];
  /** "Sheet!A1" of what is selected in the workbook. */
  selected(): string;
  /** Types into a cell as a person does. */
  type(sheet: string, cell: string, value: Scalar): void;
  /** All values of all sheets. */
  values(): Record<string, Record<string, unknown>>;
  draw(props: Partial<AppProps>): void;
}

export interface OpenOptions extends Partial<AppProps> {
  office?: Parameters<typeof openBook>[1];
  /** Before the pane opens. */
  prepare?: (book: Book) => void;
}

let open: { office: Opened } | null = null;

/** Closes the pane and its workbook; after every test. */
export function closePane(): void {
  cleanup();
  open?.office.close();
  open = null;
}

export async function openPane(picture: Picture, options: OpenOptions = {}): Promise<OpenPane> {
  const { office: officeOptions, prepare, ...given } = options;
  const office = await openBook(picture, officeOptions);
  open = { office };
  const { book } = office;
  prepare?.(book);
  const preferences = new Map<string, string>();
  let props: AppProps = {
    host: excelHost(),
    engine: pageEngine(() => import('../../../excel-addin/worker/serve.ts')),
    version: '1.2.3',
    now: () => '2026-11-24T17:00:00+07:00',
    save: () => undefined,
    preferences: {
      read: (key) => preferences.get(key) ?? null,
      write: (key, value) => void preferences.set(key, value),
    },
    officeTheme: () => undefined,
    waiting: null as Message | null,
    ...given,
  };
  const user = userEvent.setup();
  const { rerender } = render(createElement(App, props));
  return {
    user,
    office,
    book,
    preferences,
    press: async (name) => user.click(await screen.findByRole('button', { name })),
    tab: async (name) => user.click(await screen.findByRole('tab', { name })),
    says: (text) => screen.findByText(text),
    rows: () =>
      within(screen.getByRole('list', { name: /^(Danh sách vấn đề|Bảng xếp hạng|Findings|Ranking)$/ }))
        .queryAllByRole('button')
        .filter((button) => button.hasAttribute('aria-current')),
    selected: () => {
      const sheet = book.active!;
      const [area] = sheet.selection;
      return `${sheet.name}!${toA1(area!.top, area!.left)}`;
    },
    type: (name, cell, value) => {
      const at = fromA1(cell)!;
      const sheet = book.find(name)!;
      const before = book.actor;
      book.actor = 'user';
      sheet.enter(at.row, at.column, value!);
      book.changed(sheet, { top: at.row, left: at.column, bottom: at.row, right: at.column });
      book.actor = before;
    },
    values: () => Object.fromEntries(book.sheets.map(({ name }) => [name, Object.fromEntries(valuesOf(book, name))])),
    draw: (more) => {
      props = { ...props, ...more };
      rerender(createElement(App, props));
    },
  };
}
