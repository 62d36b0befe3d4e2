/** A repair before it is written, and what a repair or a waiver has done. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Message } from '#core/messages/message';
import type { FindingItem } from '#core/view/findings';
import type { DoneView, RepairCell, RepairReading, RepairView } from '#core/view/repair';
import { Button } from '../skin/controls.tsx';
import { Failed, Loading } from '#panel/waiting.tsx';
import { useFirstFocus } from './parts.tsx';
import type { Sidebar } from './session.ts';
import { wordsOf } from './views.ts';
import { useWords } from '#panel/words.ts';

interface RepairProps {
  item: FindingItem;
  /** With all equal findings. */
  all: boolean;
  sidebar: Sidebar;
  close(): void;
}

export function Repair({ item, all, sidebar, close }: RepairProps): JSX.Element | null {
  const { run, ask } = sidebar;
  const [view, setView] = useState<RepairView | null>(null);
  const [failed, setFailed] = useState<Message[] | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (run === null) return;
    setFailed(null);
    ask('repair', { index: item.index, all }).then(setView, (error: unknown) => setFailed(wordsOf(error)));
  }, [item.index, all, tries]);
  if (failed !== null) return <Failed words={failed} retry={() => setTries(tries + 1)} />;
  if (view === null) return <Loading />;
  return (
    <Preview
      view={view}
      isStuck={sidebar.busy !== null}
      close={close}
      apply={({ edits, cells }) => {
        const place = cells[0]?.place ?? item.place;
        sidebar.repair(edits, { kind: 'repair', what: item.what, place, cells, count: edits.length });
      }}
    />
  );
}

const at = ({ place }: RepairCell): string => `${place.sheet}!${place.cell}`;

interface PreviewProps {
  view: RepairView;
  isStuck: boolean;
  close(): void;
  apply(reading: RepairReading): void;
}

/** Where a value has two readings the person chooses one; nothing is chosen for them. */
function Preview({ view, isStuck, close, apply }: PreviewProps): JSX.Element | null {
  const { word } = useWords();
  const heading = useFirstFocus<HTMLHeadingElement>();
  const [chosen, choose] = useState<number | null>(view.readings.length === 1 ? 0 : null);
  const reading = chosen === null ? null : (view.readings[chosen] ?? null);
  const first = view.readings[0];
  if (first === undefined) return null;
  return (
    <>
      <h2 id="repair-title" ref={heading} tabIndex={-1}>
        {word('repair-title', { count: (reading ?? first).edits.length })}
      </h2>
      {view.readings.length > 1 && (
        <fieldset class="choice">
          <legend>{word('repair-choose')}</legend>
          {view.readings.map(({ label }, index) => (
            <label key={label}>
              <input type="radio" name="reading" checked={chosen === index} onChange={() => choose(index)} /> {label}
            </label>
          ))}
        </fieldset>
      )}
      {reading !== null && <Cells cells={reading.cells} count={reading.edits.length} />}
      <div class="row">
        <Button look="filled" stuck={isStuck || reading === null} go={() => reading !== null && apply(reading)}>
          {word('repair-do')}
        </Button>
        <Button look="text" go={close}>
          {word('close')}
        </Button>
      </div>
    </>
  );
}

function Cells({ cells, count }: { cells: RepairCell[]; count: number }): JSX.Element {
  const { word } = useWords();
  return (
    <>
      <table aria-labelledby="repair-title">
        <thead>
          <tr>
            <th scope="col">{word('repair-cell')}</th>
            <th scope="col">{word('repair-before')}</th>
            <th scope="col">{word('repair-after')}</th>
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
      {count > cells.length && <p class="quiet">{word('repair-more', { count: count - cells.length })}</p>}
    </>
  );
}

/** Stands where the finding stood until the person goes on: what was done, and the way back. */
export function DoneCard({ done, sidebar }: { done: DoneView; sidebar: Sidebar }): JSX.Element {
  const { word } = useWords();
  const heading = useFirstFocus<HTMLHeadingElement>();
  const { takeBack } = sidebar;
  const { place, cells } = done;
  const [only] = cells;
  return (
    <section class="detail" aria-label={done.what}>
      <h2 ref={heading} tabIndex={-1}>
        {done.kind === 'waiver'
          ? word('done-waiver')
          : done.count === 1 && only !== undefined
            ? word('done-cell', { cell: at(only), value: only.after || word('repair-empty') })
            : word('done-cells', { count: done.count })}
      </h2>
      <p>{done.what}</p>
      <div class="row">
        {takeBack !== null && (
          <Button stuck={sidebar.busy !== null} go={sidebar.undo}>
            {word(takeBack.of === 'waiver' ? 'take-back-waiver' : 'take-back')}
          </Button>
        )}
        {place !== null && <Button go={() => void sidebar.reveal(place)}>{word('go', { cell: place.cell })}</Button>}
      </div>
    </section>
  );
}
