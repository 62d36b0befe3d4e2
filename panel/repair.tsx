/** A repair before it is written, and what a repair or a waiver has done. */
import { useState, type ReactNode } from 'react';
import type { FindingItem } from '#core/view/findings';
import type { DoneView, RepairCell, RepairReading, RepairView } from '#core/view/repair';
import { useAnswer } from './answer.ts';
import { useFirstFocus } from './first-focus.ts';
import type { Panel } from './port.ts';
import { useSkin } from './skin.ts';
import { Failed, Loading } from './waiting.tsx';
import { useWords } from './words.ts';

interface RepairProps {
  item: FindingItem;
  /** With all equal findings. */
  all: boolean;
  panel: Panel;
  close(): void;
}

export function Repair({ item, all, panel, close }: RepairProps): ReactNode {
  const { value: view, error, retry } = useAnswer(panel, 'repair', { index: item.index, all });
  if (error !== null) return <Failed words={error} retry={retry} />;
  if (view === null) return <Loading />;
  return (
    <Preview
      view={view}
      isStuck={panel.isBusy || panel.readOnly}
      close={close}
      apply={({ edits, cells }) => {
        const place = cells[0]?.place ?? item.place;
        panel.repair(edits, { kind: 'repair', what: item.what, place, cells, count: edits.length });
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
function Preview({ view, isStuck, close, apply }: PreviewProps): ReactNode {
  const { Button, Row, useLooks } = useSkin();
  const looks = useLooks();
  const { word } = useWords();
  const opened = useFirstFocus<HTMLDivElement>('h2');
  const [chosen, choose] = useState<number | null>(view.readings.length === 1 ? 0 : null);
  const reading = chosen === null ? null : (view.readings[chosen] ?? null);
  const first = view.readings[0];
  if (first === undefined) return null;
  return (
    <div className={looks.stack} ref={opened}>
      <h2 className={looks.heading} id="repair-title" tabIndex={-1}>
        {word('repair-title', { count: (reading ?? first).edits.length })}
      </h2>
      {view.readings.length > 1 && (
        <fieldset className={looks.choice}>
          <legend>{word('repair-choose')}</legend>
          {view.readings.map(({ label }, index) => (
            <label key={label}>
              <input type="radio" name="reading" checked={chosen === index} onChange={() => choose(index)} /> {label}
            </label>
          ))}
        </fieldset>
      )}
      {reading !== null && <Cells cells={reading.cells} count={reading.edits.length} />}
      <Row>
        <Button look="filled" small stuck={isStuck || reading === null} go={() => reading !== null && apply(reading)}>
          {word('repair-do')}
        </Button>
        <Button small go={close}>
          {word('close')}
        </Button>
      </Row>
    </div>
  );
}

function Cells({ cells, count }: { cells: RepairCell[]; count: number }): ReactNode {
  const { Text, useLooks } = useSkin();
  const looks = useLooks();
  const { word } = useWords();
  return (
    <>
      <table className={looks.table} aria-labelledby="repair-title">
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
      {count > cells.length && <Text kind="quiet">{word('repair-more', { count: count - cells.length })}</Text>}
    </>
  );
}

/** Stands where the finding stood until the person goes on: what was done, and the way back. */
export function DoneCard({ done, panel }: { done: DoneView; panel: Panel }): ReactNode {
  const { Button, Row, Text, useLooks } = useSkin();
  const looks = useLooks();
  const { word } = useWords();
  const heading = useFirstFocus<HTMLHeadingElement>();
  const { takeBack } = panel;
  const { place, cells } = done;
  const [only] = cells;
  return (
    <section className={looks.detail} aria-label={done.what}>
      <h2 className={looks.heading} ref={heading} tabIndex={-1}>
        {done.kind === 'waiver'
          ? word('done-waiver')
          : done.count === 1 && only !== undefined
            ? word('done-cell', { cell: at(only), value: only.after || word('repair-empty') })
            : word('done-cells', { count: done.count })}
      </h2>
      <Text>{done.what}</Text>
      <Row>
        {takeBack !== null && (
          <Button small stuck={panel.isBusy} go={panel.undo}>
            {word(takeBack.of === 'waiver' ? 'take-back-waiver' : 'take-back')}
          </Button>
        )}
        {place !== null && (
          <Button small go={() => void panel.reveal(place)}>
            {word('go', { cell: `${place.sheet}!${place.cell}` })}
          </Button>
        )}
      </Row>
    </section>
  );
}
