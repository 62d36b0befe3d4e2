/** One cell as Excel draws it. */
import type { CSSProperties, ReactNode } from 'react';
import { isBlank, type Look, type StoredCell } from '../excel-host/model/cells.ts';
import { textOf } from './typed.ts';

const known = new WeakMap<Look, CSSProperties>();

const LINE: Readonly<Record<string, string>> = { Thin: '1px', Hairline: '1px', Medium: '2px', Thick: '3px' };
const EDGES = { EdgeTop: 'Top', EdgeLeft: 'Left', EdgeRight: 'Right', EdgeBottom: 'Bottom' } as const;
const ACROSS: Readonly<Record<string, CSSProperties['textAlign']>> = {
  Left: 'left',
  Right: 'right',
  Center: 'center',
  CenterAcrossSelection: 'center',
  Justify: 'justify',
};
const DOWN: Readonly<Record<string, string>> = { Top: 'flex-start', Center: 'center' };

function styleOf(look: Look): CSSProperties {
  const made = known.get(look);
  if (made !== undefined) return made;
  const lines = [look.underline === undefined ? '' : 'underline', look.strikethrough ? 'line-through' : ''];
  const style: Record<string, unknown> = {
    fontWeight: look.bold ? 700 : undefined,
    fontStyle: look.italic ? 'italic' : undefined,
    textDecorationLine: lines.join(' ').trim() || undefined,
    color: look.color,
    fontSize: look.size === undefined ? undefined : `${Math.round((look.size / 0.75) * 10) / 10}px`,
    fontFamily: look.name === undefined ? undefined : `'${look.name.replaceAll("'", '')}', sans-serif`,
    backgroundColor: look.fill,
    alignItems: DOWN[look.verticalAlignment ?? ''],
    whiteSpace: look.wrapText ? 'pre-wrap' : undefined,
    overflowWrap: look.wrapText ? 'anywhere' : undefined,
    paddingLeft: look.indentLevel === undefined ? undefined : 4 + look.indentLevel * 9,
  };
  for (const [edge, side] of Object.entries(EDGES)) {
    const border = look.borders?.[edge];
    if (border !== undefined && border.style !== 'None')
      style[`border${side}`] = `${LINE[border.weight] ?? '1px'} solid ${border.color || '#000000'}`;
  }
  known.set(look, style);
  return style;
}

/** Numbers stand on the right, texts on the left, errors and truths in the middle. */
function naturalSide(cell: StoredCell): CSSProperties['textAlign'] {
  if (cell.kind === 'error' || typeof cell.value === 'boolean') return 'center';
  return typeof cell.value === 'number' ? 'right' : 'left';
}

interface CellFaceProps {
  cell: StoredCell | undefined;
  width: number;
  height: number;
  runs: boolean;
  /** So far may a text run over its right edge, in pixels; null: as far as it is long. */
  room: number | null;
}

/** @returns whether a cell's text runs over the next one, which is empty. */
export function runsOver(cell: StoredCell | undefined, next: StoredCell | undefined): boolean {
  if (cell === undefined || typeof cell.value === 'number' || cell.look.wrapText === true) return false;
  return !isBlank(cell) && (next === undefined || isBlank(next));
}

/** What a cell shows, filling it and the lines around it, which it shares with its neighbours. */
export function CellFace({ cell, width, height, runs, room }: CellFaceProps): ReactNode {
  if (cell === undefined) return null;
  const text = textOf(cell);
  const isNumber = typeof cell.value === 'number';
  // A number that does not fit is not cut: it would be read wrongly.
  const letters = (width - 6) / (((cell.look.size ?? 11) / 11) * 6.4);
  const shown = isNumber && text.length > letters && width > 0 ? '#'.repeat(Math.max(1, Math.floor(letters))) : text;
  return (
    <div
      className={`face${runs ? ' runs' : ''}${cell.link === undefined ? '' : ' linked'}`}
      style={{
        ...styleOf(cell.look),
        textAlign: ACROSS[cell.look.horizontalAlignment ?? ''] ?? naturalSide(cell),
        width: width + 1,
        height: height + 1,
        clipPath: runs && room !== null ? `inset(0 ${-room}px 0 0)` : undefined,
      }}
    >
      <span className="text">{shown}</span>
    </div>
  );
}
