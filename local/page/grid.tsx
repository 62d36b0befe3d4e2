/** The grid of one sheet: only what is in sight is in the document; every cell can be found by a screen reader and a test. */
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { columnLetters, toA1 } from '#core/workbook/address';
import type { Area } from '#core/workbook/picture';
import { around } from '../excel-host/model/areas.ts';
import type { SheetModel } from '../excel-host/model/sheet.ts';
import { ChartView } from './chart.tsx';
import { Editor, type EditorHandle, type Move } from './editor.tsx';
import { clearArea, copyText, pasteText, typeInto } from './edits.ts';
import { Row } from './grid-row.tsx';
import { areaAt, COLUMN_HEAD, layoutOf, mergesIn, ROW_HEAD, step, type Layout } from './layout.ts';
import { textOf, toEdit } from './typed.ts';
import type { Watched } from './watch.ts';
import { usePageWords } from './words.ts';

interface GridProps {
  watched: Watched;
  sheet: SheetModel;
  /** A person begins or ends typing into a cell: Excel takes no calls meanwhile. */
  editing(on: boolean): void;
  /** The cell can't be edited. */
  refused(cell: string): void;
}

/** The active cell: where the selection began. */
interface Active {
  row: number;
  column: number;
}

const PAGE = 20;

/** @returns where a key leads from a cell; null: the key does not move. */
function target(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  { row, column }: Active,
  layout: Layout,
  used: Area | null,
): Active | null {
  const far = ctrlKey || metaKey;
  const last = { row: used?.bottom ?? 0, column: used?.right ?? 0 };
  const down = (by: number): Active => ({ row: step(layout.heights, row, by), column });
  const right = (by: number): Active => ({ row, column: step(layout.widths, column, by) });
  switch (key) {
    case 'ArrowUp':
      return far ? { row: 0, column } : down(-1);
    case 'ArrowDown':
      return far ? { row: last.row, column } : down(1);
    case 'ArrowLeft':
      return far ? { row, column: 0 } : right(-1);
    case 'ArrowRight':
      return far ? { row, column: last.column } : right(1);
    case 'PageUp':
      return down(-PAGE);
    case 'PageDown':
      return down(PAGE);
    case 'Home':
      return far ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return far ? last : { row, column: last.column };
    default:
      return null;
  }
}

/** Beyond a merged area, not into it. */
function beyond(sheet: SheetModel, from: Active, to: Active, layout: Layout): Active {
  const area = areaAt(sheet, from.row, from.column);
  if (to.row < area.top || to.row > area.bottom || to.column < area.left || to.column > area.right) return to;
  if (to.row > from.row) return { row: step(layout.heights, area.bottom, 1), column: to.column };
  if (to.column > from.column) return { row: to.row, column: step(layout.widths, area.right, 1) };
  return to;
}

export function Grid({ watched, sheet, editing, refused }: GridProps): ReactNode {
  const word = usePageWords();
  const { book } = watched;
  const scroller = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle>(null);
  const wantsFocus = useRef(false);
  const dragging = useRef(false);
  const begun = useRef<Active>({ row: 0, column: 0 });
  const moved = watched.layoutOf(sheet);
  // `moved` is what says that the sheet, which is one object, changed.
  const layout = useMemo(() => layoutOf(sheet), [sheet, moved]);
  const selection = sheet.selection[0] ?? { top: 0, left: 0, bottom: 0, right: 0 };
  const inside = (at: Active): boolean =>
    at.row >= selection.top &&
    at.row <= selection.bottom &&
    at.column >= selection.left &&
    at.column <= selection.right;
  if (!inside(begun.current)) begun.current = { row: selection.top, column: selection.left };
  const corner = areaAt(sheet, begun.current.row, begun.current.column);
  const active: Active = {
    row: Math.min(corner.top, layout.rows - 1),
    column: Math.min(corner.left, layout.columns - 1),
  };

  const rows = useVirtualizer({
    count: layout.rows,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => layout.heights[at]!,
    paddingStart: COLUMN_HEAD,
    overscan: 4,
    useFlushSync: false,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: layout.columns,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => layout.widths[at]!,
    paddingStart: ROW_HEAD,
    overscan: 2,
    useFlushSync: false,
  });
  useLayoutEffect(() => {
    rows.measure();
    columns.measure();
  }, [rows, columns, layout]);

  const show = useCallback(
    (area: Area) => {
      const box = scroller.current;
      if (box === null) return;
      const { lefts, tops } = layout;
      const freeze = {
        rows: Math.min(sheet.freeze.rows, layout.rows),
        columns: Math.min(sheet.freeze.columns, layout.columns),
      };
      const reach = (start: number, end: number, from: number, size: number, head: number): number => {
        if (start < from + head) return start - head;
        return end > from + size ? Math.min(start - head, end - size) : from;
      };
      if (area.top >= freeze.rows && area.bottom + 1 < tops.length)
        box.scrollTop = reach(
          tops[area.top]!,
          tops[area.bottom + 1]!,
          box.scrollTop,
          box.clientHeight - COLUMN_HEAD,
          tops[freeze.rows]!,
        );
      if (area.left >= freeze.columns && area.right + 1 < lefts.length)
        box.scrollLeft = reach(
          lefts[area.left]!,
          lefts[area.right + 1]!,
          box.scrollLeft,
          box.clientWidth - ROW_HEAD,
          lefts[freeze.columns]!,
        );
    },
    [layout, sheet],
  );
  const { top, left, bottom, right } = selection;
  useEffect(() => {
    show(areaAt(sheet, top, left));
  }, [show, sheet, top, left, bottom, right]);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    editor.current?.focus();
  });

  const select = (area: Area): void => {
    let whole = area;
    for (const merge of mergesIn(sheet, area)) whole = around(whole, merge);
    book.as('user', () => book.select(sheet, [whole]));
  };
  const go = (to: Active, extend = false): void => {
    wantsFocus.current = true;
    if (!extend) begun.current = to;
    select(around(areaAt(sheet, begun.current.row, begun.current.column), { ...areaAt(sheet, to.row, to.column) }));
  };
  const end = (text: string | null, move: Move): void => {
    try {
      if (text !== null) typeInto(book, sheet, active, text);
    } catch {
      refused(toA1(active.row, active.column));
    } finally {
      editing(false);
    }
    wantsFocus.current = true;
    if (move === null) watched.touch(null);
    else
      go(
        beyond(
          sheet,
          active,
          { row: step(layout.heights, active.row, move[0]), column: step(layout.widths, active.column, move[1]) },
          layout,
        ),
      );
  };
  const guarded = (job: () => void): void => {
    try {
      job();
    } catch {
      refused(toA1(active.row, active.column));
    }
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      guarded(() => clearArea(book, sheet, selection));
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      go(beyond(sheet, active, { ...active, row: step(layout.heights, active.row, event.shiftKey ? -1 : 1) }, layout));
      return;
    }
    // While a range grows, the far corner moves.
    const from = event.shiftKey
      ? { row: begun.current.row === top ? bottom : top, column: begun.current.column === left ? right : left }
      : active;
    const to = target(event, from, layout, sheet.used(true));
    if (to === null) return;
    event.preventDefault();
    go(event.shiftKey ? to : beyond(sheet, active, to, layout), event.shiftKey);
  };
  const cellOf = (node: EventTarget): Active | null => {
    const cell = node instanceof Element ? node.closest<HTMLElement>('[data-cell]') : null;
    return cell === null ? null : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
  };
  const onCopy = (event: ClipboardEvent, cut: boolean): void => {
    event.preventDefault();
    event.clipboardData.setData('text/plain', copyText(sheet, selection));
    if (cut) guarded(() => clearArea(book, sheet, selection));
  };
  const isTyping = (node: EventTarget): boolean =>
    node instanceof HTMLTextAreaElement && !node.classList.contains('waiting');

  const frozen = {
    rows: Math.min(sheet.freeze.rows, layout.rows),
    columns: Math.min(sheet.freeze.columns, layout.columns),
  };
  const range = (list: { index: number }[]): [number, number] => [
    list[0]?.index ?? 0,
    list[list.length - 1]?.index ?? 0,
  ];
  const [firstRow, lastRow] = range(rows.getVirtualItems());
  const [firstColumn, lastColumn] = range(columns.getVirtualItems());
  const merges = [
    ...mergesIn(sheet, { top: firstRow, bottom: lastRow, left: firstColumn, right: lastColumn }),
    ...(frozen.rows > 0 ? mergesIn(sheet, { top: 0, bottom: frozen.rows - 1, left: 0, right: lastColumn }) : []),
    ...(frozen.columns > 0
      ? mergesIn(sheet, { top: firstRow, bottom: lastRow, left: 0, right: frozen.columns - 1 })
      : []),
  ];
  const inOrder = (list: number[], sizes: readonly number[]): number[] =>
    [...new Set(list)].filter((at) => sizes[at]! > 0).sort((x, y) => x - y);
  const upTo = (from: number, to: number): number[] =>
    Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  const shownColumns = inOrder(
    [
      ...upTo(0, frozen.columns - 1),
      ...upTo(firstColumn, lastColumn),
      active.column,
      ...merges.map((area) => area.left),
    ],
    layout.widths,
  );
  const shownRows = inOrder(
    [...upTo(firstRow, lastRow), active.row, ...merges.map((area) => area.top)],
    layout.heights,
  );
  const cell = sheet.at(active.row, active.column);
  const address = toA1(active.row, active.column);
  const shownText = textOf(cell);
  const field = (
    <Editor
      ref={editor}
      label={
        shownText === '' ? word('cell-empty', { cell: address }) : word('cell', { cell: address, text: shownText })
      }
      content={toEdit(cell)}
      onStart={() => editing(true)}
      onEnd={end}
      onKey={onKey}
    />
  );
  const rowOf = (row: number, place: 'frozen' | 'free'): ReactNode => (
    <Row
      key={row}
      {...{ sheet, layout, row, columns: shownColumns, frozen: frozen.columns, merges, selection, place }}
      scrolled={(columns.scrollOffset ?? 0) > 0}
      active={row === active.row ? active.column : -1}
      editor={field}
    />
  );
  const width = ROW_HEAD + layout.lefts[layout.columns]!;
  return (
    <div ref={scroller} className="scroller">
      <div
        role="grid"
        aria-label={word('grid', { name: sheet.name })}
        aria-rowcount={layout.rows + 1}
        aria-colcount={layout.columns + 1}
        aria-multiselectable
        className={sheet.showGridlines ? 'grid' : 'grid plain'}
        style={{ width, height: COLUMN_HEAD + layout.tops[layout.rows]! }}
        onMouseDown={(event) => {
          const at = cellOf(event.target);
          if (at === null || isTyping(event.target) || event.button !== 0) return;
          editor.current?.commit();
          event.preventDefault();
          dragging.current = true;
          go(at, event.shiftKey);
        }}
        onMouseOver={(event) => {
          const at = cellOf(event.target);
          if (dragging.current && at !== null && event.buttons === 1) go(at, true);
        }}
        onMouseUp={() => (dragging.current = false)}
        onCopy={(event) => !isTyping(event.target) && onCopy(event, false)}
        onCut={(event) => !isTyping(event.target) && onCopy(event, true)}
        onPaste={(event) => {
          if (isTyping(event.target)) return;
          event.preventDefault();
          guarded(() => select(pasteText(book, sheet, active, event.clipboardData.getData('text/plain'))));
        }}
      >
        <div role="rowgroup" className="heads" style={{ width }}>
          <div role="row" aria-rowindex={1} className="row head" style={{ width, height: COLUMN_HEAD }}>
            <div className="corner" style={{ width: ROW_HEAD }} />
            <ColumnHeads {...{ layout, columns: shownColumns, frozen: frozen.columns, selection }} />
          </div>
          {upTo(0, frozen.rows - 1)
            .filter((row) => layout.heights[row]! > 0)
            .map((row) => rowOf(row, 'frozen'))}
        </div>
        <div role="rowgroup">{shownRows.filter((row) => row >= frozen.rows).map((row) => rowOf(row, 'free'))}</div>
      </div>
      {sheet.charts.map((chart) => (
        <ChartView key={chart.id} {...{ sheet, chart, layout }} />
      ))}
    </div>
  );
}

interface HeadsProps {
  layout: Layout;
  columns: number[];
  frozen: number;
  selection: Area;
}

function ColumnHeads({ layout, columns, frozen, selection }: HeadsProps): ReactNode {
  let x = 0;
  return columns.map((column) => {
    const gap = layout.lefts[column]! - x;
    x = layout.lefts[column + 1]!;
    const isIn = column >= selection.left && column <= selection.right;
    const isFixed = column < frozen;
    return (
      <div
        key={column}
        role="columnheader"
        aria-colindex={column + 2}
        className={`name${isIn ? ' on' : ''}${isFixed ? ' fixed' : ''}`}
        style={{
          width: layout.widths[column],
          marginLeft: gap,
          ...(isFixed ? { left: ROW_HEAD + layout.lefts[column]! } : {}),
        }}
      >
        {columnLetters(column)}
      </div>
    );
  });
}
