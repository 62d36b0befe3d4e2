/** One row of the grid. */
import type { CSSProperties, ReactNode } from 'react';
import type { Area } from '#core/workbook/picture';
import { toA1 } from '#core/workbook/address';
import type { SheetModel } from '../excel-host/model/sheet.ts';
import { CellFace, runsOver } from './cell.tsx';
import { COLUMN_HEAD, ROW_HEAD, type Layout } from './layout.ts';

interface RowProps {
  sheet: SheetModel;
  layout: Layout;
  row: number;
  /** Columns that are drawn, left to right. */
  columns: number[];
  /** So many columns stay in sight. */
  frozen: number;
  /** Other columns have moved under those that stay. */
  scrolled: boolean;
  merges: Area[];
  selection: Area;
  place: 'frozen' | 'free';
  /** The active column, −1: it is not in this row. */
  active: number;
  editor: ReactNode;
}

const holds = (area: Area, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

export function Row(props: RowProps): ReactNode {
  const { sheet, layout, row, columns, frozen, scrolled, merges, selection, place, active, editor } = props;
  const { widths, heights, lefts, tops } = layout;
  const here = merges.filter((area) => row >= area.top && row <= area.bottom);
  const style: CSSProperties = { width: ROW_HEAD + lefts[layout.columns]!, height: heights[row] };
  if (place === 'free') Object.assign(style, { position: 'absolute', top: COLUMN_HEAD + tops[row]!, left: 0 });
  const isIn = row >= selection.top && row <= selection.bottom;
  let x = 0;
  return (
    <div role="row" aria-rowindex={row + 2} className="row" style={style}>
      <div role="rowheader" aria-colindex={1} className={`number${isIn ? ' on' : ''}`} style={{ width: ROW_HEAD }}>
        {row + 1}
      </div>
      {columns.map((column) => {
        const merge = here.find((area) => column >= area.left && column <= area.right);
        // What lies under a merged area is not there: the space is left.
        if (merge !== undefined && (merge.top !== row || merge.left !== column)) return null;
        const gap = lefts[column]! - x;
        x = lefts[column + 1]!;
        const cell = sheet.at(row, column);
        const width = merge === undefined ? widths[column]! : lefts[merge.right + 1]! - lefts[merge.left]!;
        const height = merge === undefined ? heights[row]! : tops[merge.bottom + 1]! - tops[merge.top]!;
        const runs = runsOver(cell, sheet.at(row, column + 1));
        const isFixed = column < frozen;
        const isActive = column === active;
        const names = [
          'cell',
          isFixed ? 'fixed' : '',
          isFixed && runs ? 'over' : '',
          merge === undefined ? '' : 'merged',
          holds(selection, row, column) ? 'on' : '',
          isActive ? 'active' : '',
        ];
        return (
          <div
            key={column}
            role="gridcell"
            aria-colindex={column + 2}
            aria-selected={holds(selection, row, column)}
            {...(merge === undefined
              ? {}
              : { 'aria-colspan': merge.right - merge.left + 1, 'aria-rowspan': merge.bottom - merge.top + 1 })}
            data-cell={toA1(row, column)}
            data-row={row}
            data-column={column}
            className={names.filter((name) => name !== '').join(' ')}
            style={{ width: widths[column], marginLeft: gap, ...(isFixed ? { left: ROW_HEAD + lefts[column]! } : {}) }}
          >
            <CellFace {...{ cell, width, height, runs }} room={isFixed && scrolled ? lefts[frozen]! - x : null} />
            {isActive && (
              <div className="frame" style={{ width, height }}>
                {editor}
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}
