/** What the sidebar's own screens share. */
import type { JSX } from 'preact';
import { Button } from '../skin/controls.tsx';
import { useWords } from './words.ts';

/** Turns the pages of a list: each page is a call to Google. */
export function Pager({
  offset,
  size,
  total,
  turn,
}: {
  offset: number;
  size: number;
  total: number;
  turn(offset: number): void;
}): JSX.Element | null {
  const { word } = useWords();
  if (total <= size) return null;
  return (
    <div class="row pager">
      <Button
        icon="left"
        look="text"
        label={word('page-previous')}
        stuck={offset === 0}
        go={() => turn(Math.max(0, offset - size))}
      />
      <span class="quiet">{word('page', { from: offset + 1, to: Math.min(offset + size, total), total })}</span>
      <Button
        icon="right"
        look="text"
        label={word('page-next')}
        stuck={offset + size >= total}
        go={() => turn(offset + size)}
      />
    </div>
  );
}
