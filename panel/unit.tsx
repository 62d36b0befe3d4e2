/** One unit: where it stands, where it loses most, then every indicator with how its points came about and the way to the cell. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { rankWords, standing } from './ranking-lines.ts';
import type { UnitEntry, UnitView } from '#core/view/unit';
import { useAnswer } from './answer.ts';
import { Bar, colourOf } from './bar.tsx';
import { onEscape } from './escape.ts';
import type { Focus } from './list.tsx';
import type { Panel } from './port.ts';
import { useReveal } from './reveal.ts';
import { useSkin } from './skin.ts';
import { Failed, Loading } from './waiting.tsx';
import { useWords } from './words.ts';

/** Points that say something beside the official ones where they differ. */
const OTHERS = ['self', 'calculated', 'verified'] as const;
/** So many indicators are seen at a glance: no main indicator need be folded. */
const FEW = 15;
/** Most indicators without points that are listed apart. */
const NAMED = 5;

interface UnitProps {
  panel: Panel;
  /** `name`: as the ranking calls it, there before the rest is. */
  unit: { index: number; name: string };
  /** Set: the name takes the keyboard. */
  focus: Focus;
  back(): void;
}

export function UnitDetail({ panel, unit, focus, back }: UnitProps): ReactNode {
  const { Button, Row, useLooks } = useSkin();
  const looks = useLooks();
  const { word } = useWords();
  const { value: view, isFresh, error, retry } = useAnswer(panel, 'unit', { unit: unit.index });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!focus.current) return;
    focus.current = false;
    heading.current?.parentElement?.scrollIntoView?.({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, [focus]);
  // After another run the same place may be another unit's: it is not shown under the wrong name.
  const isOther = isFresh && view?.name !== unit.name;
  useEffect(() => {
    if (isOther) back();
  }, [isOther]);
  return (
    <div className={looks.stack} onKeyDown={onEscape(back)}>
      <Row>
        <Button small go={back}>
          {word('unit-back')}
        </Button>
      </Row>
      <h2 className={looks.heading} ref={heading} tabIndex={-1}>
        {unit.name}
      </h2>
      {error !== null && <Failed words={error} retry={retry} />}
      {view === null && error === null && <Loading />}
      {view !== null && !isOther && <Whole view={view} panel={panel} />}
    </div>
  );
}

function Whole({ view, panel }: { view: UnitView; panel: Panel }): ReactNode {
  const { Text, useLooks } = useSkin();
  const looks = useLooks();
  const { word } = useWords();
  const { said, reveal } = useReveal(panel);
  /** The row from which a cell was gone to: what came of it stands there. */
  const [asked, ask] = useState<UnitEntry | null>(null);
  const { losses, pillars } = view;
  const entries = pillars.flatMap((pillar) => pillar.entries);
  const unknown = entries.filter(({ state }) => state === 'blocked');
  const shared = {
    said: (entry: UnitEntry): string => (entry === asked ? said : ''),
    reveal: (entry: UnitEntry): void => {
      ask(entry);
      reveal(entry.source);
    },
  };
  const scored = pillars.filter(({ points }) => points !== '');
  const facts = [rankWords(view, word), standing(view, word)].filter((fact) => fact !== '');
  return (
    <>
      <Text>{facts.join(' · ')}</Text>
      <div className={looks.hidden} role="status">
        {said}
      </div>
      {unknown.length > 0 && (
        <section className={looks.stack}>
          <h3 className={looks.heading}>{word('unknown')}</h3>
          <Entries list={unknown.slice(0, NAMED)} isShort {...shared} />
          {unknown.length > NAMED && (
            <Text kind="quiet">{word('unknown-more', { count: unknown.length - NAMED })}</Text>
          )}
        </section>
      )}
      {losses.length > 0 && (
        <section className={looks.stack}>
          <h3 className={looks.heading}>{word('losses')}</h3>
          <Entries list={losses} isShort areLosses {...shared} />
        </section>
      )}
      {pillars.map(
        (pillar) =>
          pillar.entries.length > 0 && (
            <Pillar
              key={pillar.code}
              pillar={pillar}
              place={scored.indexOf(pillar)}
              isFolded={entries.length > FEW && pillars.length > 1}
              {...shared}
            />
          ),
      )}
    </>
  );
}

interface Ways {
  said(entry: UnitEntry): string;
  reveal(entry: UnitEntry): void;
}

interface PillarProps extends Ways {
  pillar: UnitView['pillars'][number];
  /** Among those that give points: by it the ranking colours its bars. */
  place: number;
  isFolded: boolean;
}

function Pillar({ pillar, place, isFolded, ...ways }: PillarProps): ReactNode {
  const looks = useSkin().useLooks();
  const { word } = useWords();
  const [isOpen, setOpen] = useState(!isFolded);
  const { code, name, points, maximum, fraction, entries } = pillar;
  return (
    <details className={looks.fold} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={looks.foldHead} tabIndex={0}>
        <svg viewBox="0 0 8 8" width="8" height="8" aria-hidden="true" focusable="false">
          <path d="M2 0 6 4 2 8z" fill="currentColor" />
        </svg>
        <h3 className={`${looks.heading} ${looks.what}`} title={name}>{`${code} ${name}`}</h3>
        <span className={looks.figure}>{points !== '' && word('of', { points, maximum })}</span>
        {points !== '' && (
          <span className={looks.foldBar}>
            <Bar reach={1} pieces={[{ colour: colourOf(place), fraction }]} />
          </span>
        )}
      </summary>
      {/* A set may have hundreds: what is folded is not drawn. */}
      {isOpen && <Entries list={entries} {...ways} />}
    </details>
  );
}

interface EntriesProps extends Ways {
  list: readonly UnitEntry[];
  /** A few that matter: their names have two lines. */
  isShort?: boolean;
  /** What is lost stands over the points. */
  areLosses?: boolean;
}

function Entries({ list, isShort = false, areLosses = false, said, reveal }: EntriesProps): ReactNode {
  const { Button, Text, useLooks } = useSkin();
  const looks = useLooks();
  const { word } = useWords();
  const of = ({ official, maximum }: UnitEntry): string => {
    const points = official ?? word('none');
    return maximum === null || maximum === '0' ? points : word('of', { points, maximum });
  };
  return (
    <ul className={looks.entries}>
      {list.map((entry, at) => {
        const { code, name, official, lost, explanation, source } = entry;
        const others = OTHERS.flatMap((one) => {
          const points = entry[one];
          return points === null || points === official ? [] : [`${word(`column-${one}`)} ${points}`];
        });
        const quiet = [explanation, ...others].filter((text) => text !== '');
        return (
          <li key={at}>
            <div className={looks.entryLine}>
              <span className={isShort ? looks.what : looks.clip} title={name}>{`${code} ${name}`}</span>
              <div className={looks.figure}>
                {areLosses && <div>{lost}</div>}
                <div className={areLosses ? looks.quiet : undefined}>{of(entry)}</div>
              </div>
            </div>
            <div className={looks.fact}>
              {quiet.length > 0 && <Text kind="quiet">{quiet.join(' · ')}</Text>}
              {source !== null && (
                <Button look="text" small go={() => reveal(entry)}>
                  {word('go', { cell: `${source.sheet}!${source.cell}` })}
                </Button>
              )}
            </div>
            {said(entry) !== '' && (
              <div aria-hidden="true">
                <Text kind="quiet">{said(entry)}</Text>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
