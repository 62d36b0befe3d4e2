/** The workbook: the line with address and content, the grid, the sheets' names. */
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { fromA1, toA1 } from '#core/workbook/address';
import { typeInto } from './edits.ts';
import { Grid } from './grid.tsx';
import { areaAt } from './layout.ts';
import { toEdit } from './typed.ts';
import { useWatched, type Watched } from './watch.ts';
import { usePageWords } from './words.ts';

interface WorkbookProps {
  watched: Watched;
  editing(on: boolean): void;
  refused(cell: string): void;
}

export function Workbook({ watched, editing, refused }: WorkbookProps): ReactNode {
  useWatched(watched);
  const { book } = watched;
  const sheet = book.active;
  if (sheet === null) return null;
  const at = sheet.selection[0] ?? { top: 0, left: 0 };
  const content = toEdit(sheet.at(at.top, at.left));
  const address = toA1(at.top, at.left);
  return (
    <div className="workbook">
      <div className="line">
        <AddressBox
          key={`${sheet.id} ${address}`}
          address={address}
          go={(text) => {
            const place = fromA1(text.trim().toUpperCase());
            if (place !== null) book.as('user', () => book.select(sheet, [areaAt(sheet, place.row, place.column)]));
          }}
        />
        <ContentBox
          key={`${sheet.id} ${address} ${content}`}
          address={address}
          content={content}
          editing={editing}
          enter={(text) => {
            try {
              typeInto(book, sheet, { row: at.top, column: at.left }, text);
            } catch {
              refused(address);
            }
          }}
        />
      </div>
      <Grid key={sheet.id} {...{ watched, sheet, editing, refused }} />
      <Sheets watched={watched} />
    </div>
  );
}

function AddressBox({ address, go }: { address: string; go(text: string): void }): ReactNode {
  const word = usePageWords();
  const [text, setText] = useState(address);
  return (
    <input
      className="address"
      aria-label={word('address')}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onKeyDown={({ key }) => {
        if (key === 'Enter') go(text);
        else if (key === 'Escape') setText(address);
      }}
    />
  );
}

interface ContentProps {
  address: string;
  content: string;
  editing(on: boolean): void;
  enter(text: string): void;
}

function ContentBox({ address, content, editing, enter }: ContentProps): ReactNode {
  const word = usePageWords();
  const [text, setText] = useState(content);
  const isOpen = useRef(false);
  const open = (on: boolean): void => {
    if (isOpen.current === on) return;
    isOpen.current = on;
    editing(on);
  };
  const take = (): void => {
    if (isOpen.current && text !== content) enter(text);
    open(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') take();
    else if (event.key === 'Escape') {
      setText(content);
      open(false);
    }
  };
  return (
    <input
      className="content"
      aria-label={word('content', { cell: address })}
      spellCheck={false}
      value={text}
      onChange={({ target }) => {
        open(true);
        setText(target.value);
      }}
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null && relatedTarget.nodeName !== 'IFRAME') take();
      }}
    />
  );
}

function Sheets({ watched }: { watched: Watched }): ReactNode {
  const word = usePageWords();
  const { book } = watched;
  const list = book.sheets.filter(({ visibility }) => visibility === 'Visible');
  const open = (at: number): void => {
    const sheet = list[(at + list.length) % list.length];
    if (sheet === undefined) return;
    book.as('user', () => book.activate(sheet));
    document.getElementById(`sheet-${sheet.id}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={word('sheets')} className="sheets">
      {list.map((sheet, at) => (
        <button
          key={sheet.id}
          id={`sheet-${sheet.id}`}
          type="button"
          role="tab"
          aria-selected={sheet === book.active}
          tabIndex={sheet === book.active ? 0 : -1}
          style={sheet.tabColor === '' ? {} : { borderBottomColor: sheet.tabColor }}
          onClick={() => open(at)}
          onKeyDown={({ key }) => {
            if (key === 'ArrowRight') open(at + 1);
            else if (key === 'ArrowLeft') open(at - 1);
          }}
        >
          {sheet.name}
        </button>
      ))}
    </div>
  );
}
