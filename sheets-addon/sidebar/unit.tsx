/** One unit: every indicator with its points from each source, how they came about, and the way to the cell. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { UnitEntry } from '#core/view/unit';
import { Button } from '../skin/controls.tsx';
import { Failed, Loading } from '#panel/waiting.tsx';
import type { Sidebar } from './session.ts';
import { useAnswer } from '#panel/answer.ts';
import { useWords } from './words.ts';

const COLUMNS = ['self', 'calculated', 'verified', 'official', 'maximum'] as const;

interface UnitProps {
  unit: number;
  /** As the ranking calls it: there before the rest is. */
  name: string;
  sidebar: Sidebar;
  back(): void;
}

export function UnitDetail({ unit, name, sidebar, back }: UnitProps): JSX.Element {
  const { word } = useWords();
  const { run } = sidebar;
  const { value: view, isFresh, error, retry } = useAnswer(sidebar, 'unit', run === null ? null : { unit });
  const [said, setSaid] = useState<{ code: string; text: string } | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.closest('.scroller')?.scrollTo(0, 0);
  }, []);
  // After another run the same place may be another unit's: it is not shown under the wrong name.
  const isOther = isFresh && (view === null || view.name !== name);
  useEffect(() => {
    if (isOther) back();
  }, [isOther]);
  const reveal = async ({ code, source }: UnitEntry): Promise<void> => {
    if (source === null) return;
    const cell = `${source.sheet}!${source.cell}`;
    setSaid({ code, text: word('revealing', { cell }) });
    const how = await sidebar.reveal(source);
    setSaid(how === null ? null : { code, text: word(how, { cell }) });
  };
  return (
    <>
      <div class="row">
        <Button look="text" go={back}>
          {word('unit-back')}
        </Button>
      </div>
      <h2 ref={heading} tabIndex={-1}>
        {name}
      </h2>
      {error !== null && <Failed words={error} retry={retry} />}
      {view === null && error === null && <Loading />}
      {view !== null && (
        <>
          <p>
            {[
              view.rank === null
                ? word(view.status === 'blocked' ? 'blocked' : 'unranked')
                : word('rank', { rank: view.rank }),
              word(view.status === 'blocked' ? 'provisional-of' : 'points-of', {
                points: view.points,
                maximum: view.maximum,
              }),
              view.share === null ? '' : word('share', { share: view.share }),
              view.band ?? '',
              view.why,
            ]
              .filter((fact) => fact !== '')
              .join(' · ')}
          </p>
          <div class="hidden" role="status">
            {said?.text}
          </div>
          {view.pillars.map((pillar) => (
            <details key={pillar.code} class="card" open>
              <summary>
                <h3>{`${pillar.code} ${pillar.name}`}</h3>
                <span>{pillar.points}</span>
              </summary>
              {pillar.entries.map((entry) => (
                <Entry
                  key={entry.code}
                  entry={entry}
                  said={said?.code === entry.code ? said.text : ''}
                  reveal={() => void reveal(entry)}
                />
              ))}
            </details>
          ))}
        </>
      )}
    </>
  );
}

function Entry({ entry, said, reveal }: { entry: UnitEntry; said: string; reveal(): void }): JSX.Element {
  const { word } = useWords();
  const { source } = entry;
  return (
    <div class="entry">
      <p>{`${entry.code} ${entry.name}`}</p>
      <table aria-label={entry.code}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {word(`column-${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {COLUMNS.map((column) => (
              <td key={column}>{entry[column] ?? word('none')}</td>
            ))}
          </tr>
        </tbody>
      </table>
      {entry.explanation !== '' && <p class="quiet">{entry.explanation}</p>}
      {source !== null && (
        <Button look="text" go={reveal}>
          {word('go', { cell: `${source.sheet}!${source.cell}` })}
        </Button>
      )}
      {said !== '' && (
        <p class="quiet" aria-hidden="true">
          {said}
        </p>
      )}
    </div>
  );
}
