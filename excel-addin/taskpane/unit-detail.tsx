/** One unit: every indicator with its points from each source, how they came about, and the way to the cell. */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { UnitEntry, UnitView } from '#core/view/unit';
import type { Pane } from './session.ts';
import { useStyles } from '../skin/styles.ts';
import { useWords } from '#panel/words.ts';

const COLUMNS = ['self', 'calculated', 'verified', 'official', 'maximum'] as const;

interface UnitDetailProps {
  unit: number;
  /** As it was when the unit was chosen. */
  name: string;
  pane: Pane;
  back(): void;
}

export function UnitDetail({ unit, name: chosen, pane, back }: UnitDetailProps): ReactNode {
  const { word } = useWords();
  const styles = useStyles();
  const { ask, revision, tell } = pane;
  const [view, setView] = useState<UnitView | null>(null);
  const [shown, setShown] = useState<{ how: 'revealed' | 'address-only'; cell: string } | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    ask('unit', { unit }).then(setView, tell);
  }, [ask, unit, revision, tell]);
  const name = view?.name;
  useEffect(() => {
    heading.current?.focus();
  }, [name]);
  useEffect(() => {
    // The workbook changed and another unit stands in this place now.
    if (name !== undefined && name !== chosen) back();
  });
  if (view === null || name !== chosen) return <Button onClick={back}>{word('unit-back')}</Button>;
  const reveal = async ({ source }: UnitEntry): Promise<void> => {
    if (source === null) return;
    const how = await pane.reveal(source);
    if (how !== null) setShown({ how, cell: `${source.sheet}!${source.cell}` });
  };
  const { points, maximum } = view;
  const facts = [
    view.rank === null ? word(view.status === 'blocked' ? 'blocked' : 'unranked') : word('rank', { rank: view.rank }),
    word(view.status === 'blocked' ? 'provisional-of' : 'points-of', { points, maximum }),
    view.share === null ? '' : word('share', { share: view.share }),
    view.band ?? '',
    view.why,
  ];
  return (
    <>
      <div>
        <Button size="small" onClick={back}>
          {word('unit-back')}
        </Button>
      </div>
      <h2 className={styles.heading} ref={heading} tabIndex={-1}>
        {view.name}
      </h2>
      <p className={styles.plain}>{facts.filter((fact) => fact !== '').join(' · ')}</p>
      <div role="status" className={styles.quiet}>
        {shown !== null && word(shown.how, { cell: shown.cell })}
      </div>
      {view.pillars.map((pillar) => (
        <section key={pillar.code} className={styles.card}>
          <h3 className={styles.heading}>{`${pillar.code} ${pillar.name}: ${pillar.points}`}</h3>
          {/* The heads once for all indicators of the pillar: at 320 px they are as high as the figures. */}
          <table className={`${styles.table} ${styles.figures}`} aria-label={`${pillar.code} ${pillar.name}`}>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {word(`column-${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            {pillar.entries.map((entry) => (
              <Entry key={entry.code} entry={entry} reveal={() => void reveal(entry)} />
            ))}
          </table>
        </section>
      ))}
    </>
  );
}

function Entry({ entry, reveal }: { entry: UnitEntry; reveal(): void }): ReactNode {
  const { word } = useWords();
  const styles = useStyles();
  const { source } = entry;
  return (
    <tbody>
      <tr>
        <th colSpan={COLUMNS.length} scope="rowgroup">{`${entry.code} ${entry.name}`}</th>
      </tr>
      <tr>
        {COLUMNS.map((column) => (
          <td key={column}>{entry[column] ?? word('none')}</td>
        ))}
      </tr>
      {(entry.explanation !== '' || source !== null) && (
        <tr>
          <td colSpan={COLUMNS.length}>
            {entry.explanation !== '' && <p className={styles.quiet}>{entry.explanation}</p>}
            {source !== null && (
              <Button size="small" onClick={reveal}>
                {word('go', { cell: `${source.sheet}!${source.cell}` })}
              </Button>
            )}
          </td>
        </tr>
      )}
    </tbody>
  );
}
