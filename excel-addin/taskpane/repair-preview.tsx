/** A repair before it is written, and what a repair or a waiver has done. */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { DoneView, RepairCell, RepairReading, RepairView } from '#core/view/repair';
import type { Pane } from './session.ts';
import { useStyles } from '../skin/styles.ts';
import { useWords } from '#panel/words.ts';

interface PreviewProps {
  view: RepairView;
  stuck: boolean;
  close(): void;
  apply(reading: RepairReading): void;
}

const at = ({ place }: RepairCell): string => `${place.sheet}!${place.cell}`;

/** Where a value has two readings the person chooses one; nothing is chosen for them. */
export function RepairPreview({ view, stuck, close, apply }: PreviewProps): ReactNode {
  const { word } = useWords();
  const styles = useStyles();
  const [chosen, choose] = useState<number | null>(view.readings.length === 1 ? 0 : null);
  const reading = chosen === null ? null : (view.readings[chosen] ?? null);
  const first = view.readings[0];
  if (first === undefined) return null;
  return (
    <>
      <h3 className={styles.heading} id="repair-title">
        {word('repair-title', { count: (reading ?? first).edits.length })}
      </h3>
      {view.readings.length > 1 && (
        <fieldset className={styles.choice}>
          <legend className={styles.plain}>{word('repair-choose')}</legend>
          {view.readings.map(({ label }, index) => (
            <label key={label}>
              <input type="radio" name="reading" checked={chosen === index} onChange={() => choose(index)} /> {label}
            </label>
          ))}
        </fieldset>
      )}
      {reading !== null && <Cells cells={reading.cells} count={reading.edits.length} />}
      <div className={styles.row}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={stuck || reading === null}
          onClick={() => reading !== null && apply(reading)}
        >
          {word('repair-do')}
        </Button>
        <Button size="small" onClick={close}>
          {word('close')}
        </Button>
      </div>
    </>
  );
}

function Cells({ cells, count }: { cells: RepairCell[]; count: number }): ReactNode {
  const { word } = useWords();
  const styles = useStyles();
  return (
    <>
      <table className={styles.table} aria-labelledby="repair-title">
        <thead>
          <tr>
            <th>{word('repair-cell')}</th>
            <th>{word('repair-before')}</th>
            <th>{word('repair-after')}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <tr key={at(cell)}>
              <td>{at(cell)}</td>
              <td>{cell.before || word('repair-empty')}</td>
              <td>{cell.after || word('repair-empty')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > cells.length && <p className={styles.quiet}>{word('repair-more', { count: count - cells.length })}</p>}
    </>
  );
}

/** Stands where the finding stood until the person goes on: what was done, and the way back. */
export function DoneCard({ done, pane }: { done: DoneView; pane: Pane }): ReactNode {
  const { word } = useWords();
  const styles = useStyles();
  const card = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { takeBack } = pane;
  useEffect(() => {
    card.current?.scrollIntoView?.({ block: 'nearest' });
    // The button that was pressed went with its card: the keyboard goes on here.
    heading.current?.focus({ preventScroll: true });
  }, []);
  const { place, cells } = done;
  const [only] = cells;
  return (
    <section ref={card} className={styles.card} aria-label={done.what}>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {done.kind === 'waiver'
          ? word('done-waiver')
          : done.count === 1 && only !== undefined
            ? word('done-cell', { cell: at(only), value: only.after || word('repair-empty') })
            : word('done-cells', { count: done.count })}
      </h2>
      <p className={styles.plain}>{done.what}</p>
      <div className={styles.row}>
        {takeBack !== null && (
          <Button size="small" disabledFocusable={pane.busy !== null} onClick={pane.undo}>
            {word(takeBack.of === 'waiver' ? 'take-back-waiver' : 'take-back')}
          </Button>
        )}
        {place !== null && (
          <Button size="small" onClick={() => void pane.reveal(place)}>
            {word('go', { cell: `${place.sheet}!${place.cell}` })}
          </Button>
        )}
      </div>
    </section>
  );
}
