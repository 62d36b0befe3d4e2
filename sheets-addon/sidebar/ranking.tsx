/** Xếp hạng: units with a bar per pillar, and one unit in full. */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { neighbour } from '#core/view/neighbour';
import { PILLAR_COLOURS } from '#core/view/pillar-colours';
import type { RankingItem, RankingView } from '#core/view/ranking';
import { rankingLines } from '#core/view/ranking-lines';
import { SelectField } from '../skin/controls.tsx';
import { Failed, Loading } from '#panel/waiting.tsx';
import { Pager } from './parts.tsx';
import { Row } from './rows.tsx';
import { CheckButton, LeadButton, nextOf, type PartName } from '#panel/run-buttons.tsx';
import { Search } from './search.tsx';
import type { Sidebar } from './session.ts';
import { UnitDetail } from './unit.tsx';
import { useAnswer } from '#panel/answer.ts';
import { useWords } from './words.ts';

const PAGE = 50;

/** Where the person is in the ranking; kept while other parts are open. */
export interface RankingPlace {
  group: number;
  text: string;
  offset: number;
  /** Position in the list, −1: none. */
  at: number;
  /** The unit that is shown in full. */
  unit: { index: number; name: string } | null;
}

export const RANKING_START: RankingPlace = { group: 0, text: '', offset: 0, at: -1, unit: null };

interface RankingProps {
  sidebar: Sidebar;
  place: RankingPlace;
  go(part: Partial<RankingPlace>): void;
  /** Opens another part. */
  lead(part: PartName): void;
}

export function RankingPart(props: RankingProps): JSX.Element {
  const { sidebar, place, go } = props;
  const { word } = useWords();
  const focus = useRef(false);
  if (sidebar.overview === null || sidebar.overview.summary.groups.length === 0)
    return (
      <>
        <p>
          {word(sidebar.overview?.summary.nothing ? `nothing-${sidebar.overview.summary.nothing}` : 'ranking-first')}
        </p>
        <div class="row">
          <CheckButton panel={sidebar} />
        </div>
      </>
    );
  if (place.unit === null) return <Ranking {...props} focus={focus} />;
  const back = (): void => {
    focus.current = true;
    go({ unit: null });
  };
  return <UnitDetail unit={place.unit.index} name={place.unit.name} sidebar={sidebar} back={back} />;
}

function Ranking({ sidebar, place, go, lead, focus }: RankingProps & { focus: { current: boolean } }): JSX.Element {
  const { word } = useWords();
  const { run } = sidebar;
  const { group, text } = place;
  const asked = run === null ? null : { group, text, offset: place.offset, limit: PAGE };
  const { value: view, isFresh, error, retry } = useAnswer(sidebar, 'ranking', asked);
  const total = view?.total ?? 0;
  const offset = view?.offset ?? 0;
  const at = place.at < total ? place.at : -1;
  const colours = new Map(
    view?.pillars.map(({ code }, index) => [code, PILLAR_COLOURS[index % PILLAR_COLOURS.length]!]),
  );
  return (
    <>
      <div class="row">
        <LeadButton panel={sidebar} next={nextOf('ranking', sidebar)} lead={lead} />
      </div>
      {view !== null && view.groups.length > 1 && (
        <SelectField
          label={word('group')}
          value={String(group)}
          options={view.groups.map(({ name, units }, index) => ({
            value: String(index),
            text: `${name === '' ? word('all-units') : name} (${units})`,
          }))}
          change={(value) => go({ group: Number(value), at: -1, offset: 0 })}
        />
      )}
      <Search label={word('search')} text={text} search={(next) => go({ text: next, at: -1, offset: 0 })} />
      {view !== null && view.provisional !== '' && (
        <p>
          <strong>{view.provisional}</strong>
        </p>
      )}
      {error !== null && <Failed words={error} retry={retry} />}
      {view === null && error === null && <Loading />}
      {view !== null && total === 0 && isFresh && <p>{word('ranking-no-match')}</p>}
      {view !== null && total > 0 && (
        <>
          <Legend pillars={view.pillars} colours={colours} />
          <ul class="list" aria-label={word('ranking-list')} aria-busy={!isFresh && error === null}>
            {view.items.map((item, index) => {
              const position = offset + index;
              const isOutside = at < offset || at >= offset + view.items.length;
              return (
                <li key={item.unit} class={position === at ? 'current' : ''}>
                  <Row
                    isCurrent={position === at}
                    isReachable={position === at || (index === 0 && isOutside)}
                    focus={focus}
                    open={() => isFresh && go({ at: position, unit: { index: item.unit, name: item.name } })}
                    move={(by) => {
                      focus.current = true;
                      const next = neighbour(total, position, by);
                      go({ at: next, offset: Math.floor(next / PAGE) * PAGE });
                    }}
                  >
                    <Lines item={item} colours={colours} />
                  </Row>
                </li>
              );
            })}
          </ul>
        </>
      )}
      <Pager offset={offset} size={PAGE} total={total} turn={(next) => go({ offset: next, at: -1 })} />
    </>
  );
}

function Legend({ pillars, colours }: { pillars: RankingView['pillars']; colours: Map<string, string> }): JSX.Element {
  const { word } = useWords();
  return (
    <details class="quiet">
      <summary>{word('legend')}</summary>
      {pillars.map(({ code, name, maximum }) => (
        <p key={code}>
          <span class="dot" style={{ backgroundColor: colours.get(code) }} aria-hidden="true" />
          {`${code} ${name} (${maximum})`}
        </p>
      ))}
    </details>
  );
}

/** Plain SVG: pieces side by side, a frame as long as the unit's maximum. */
function Bar({ item, colours }: { item: RankingItem; colours: Map<string, string> }): JSX.Element {
  let x = 0;
  return (
    <svg
      class="bar"
      viewBox="0 0 100 8"
      width="100%"
      height="10"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect x="0" y="0.5" width={item.reach * 100} height="7" fill="none" stroke="currentColor" stroke-width="0.3" />
      {item.pieces.map(({ code, fraction }) => {
        const from = x;
        x += fraction * 100;
        return <rect key={code} x={from} y="0.5" width={fraction * 100} height="7" fill={colours.get(code)} />;
      })}
    </svg>
  );
}

function Lines({ item, colours }: { item: RankingItem; colours: Map<string, string> }): JSX.Element {
  const { word } = useWords();
  const { rank, facts, pieces } = rankingLines(item, word);
  return (
    <>
      <span class="item-head">
        <strong>{rank}</strong>
      </span>
      <span class="name">{item.name}</span>
      <Bar item={item} colours={colours} />
      <span class="facts">{facts}</span>
      <span class="hidden">{pieces}</span>
    </>
  );
}
