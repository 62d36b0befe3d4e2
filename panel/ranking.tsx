/** Xếp hạng: one line a unit with a bar of its main indicators; an open unit takes the list's place. */
import { useRef, type ReactNode } from 'react';
import type { RankingItem, RankingView, Sort } from '#core/view/ranking';
import { rankWords, standing } from './ranking-lines.ts';
import { useAnswer } from './answer.ts';
import { Bar, colourOf } from './bar.tsx';
import { List, PAGE, pageStart, type Focus } from './list.tsx';
import type { Panel } from './port.ts';
import { CheckButton, LeadButton, nextOf, type PartName } from './run-buttons.tsx';
import { Search } from './search.tsx';
import { useSkin } from './skin.ts';
import { UnitDetail } from './unit.tsx';
import { Failed, Loading } from './waiting.tsx';
import { useWords } from './words.ts';

/** Where the person is in the ranking; kept while other parts are open. */
export interface RankingPlace {
  /** By its name, since groups come and go; '': the first. */
  group: string;
  sort: Sort;
  text: string;
  offset: number;
  /** Position in the list, −1: none. */
  at: number;
  /** The unit that is shown in full. */
  unit: { index: number; name: string } | null;
}

export const RANKING_START: RankingPlace = { group: '', sort: 'rank', text: '', offset: 0, at: -1, unit: null };
const FROM_TOP = { at: -1, offset: 0 };

interface RankingProps {
  panel: Panel;
  place: RankingPlace;
  go(part: Partial<RankingPlace>): void;
  /** Opens another part. */
  lead(part: PartName): void;
}

export function RankingScreen(props: RankingProps): ReactNode {
  const { panel, place, go } = props;
  const { Row, Text } = useSkin();
  const { word } = useWords();
  // What is opened takes the keyboard: the unit's name, and its row again on the way back.
  const focus = useRef(false);
  const summary = panel.overview?.summary;
  if (summary === undefined || summary.groups.length === 0)
    return (
      <>
        <Text>{word(summary?.nothing ? `nothing-${summary.nothing}` : 'ranking-first')}</Text>
        <Row>
          <CheckButton panel={panel} />
        </Row>
      </>
    );
  if (place.unit === null) return <Ranking {...props} focus={focus} />;
  const back = (): void => {
    focus.current = true;
    go({ unit: null });
  };
  return <UnitDetail panel={panel} unit={place.unit} focus={focus} back={back} />;
}

function Ranking({ panel, place, go, lead, focus }: RankingProps & { focus: Focus }): ReactNode {
  const { Row, Text } = useSkin();
  const { word } = useWords();
  const { sort, text, offset } = place;
  const groups = panel.overview?.summary.groups ?? [];
  const group = Math.max(
    0,
    groups.findIndex(({ name }) => name === place.group),
  );
  const asked = { group, sort, text, offset, limit: PAGE };
  const { value: view, isFresh, error, retry } = useAnswer(panel, 'ranking', asked);
  const total = view?.total ?? 0;
  return (
    <>
      <Row>
        <LeadButton panel={panel} next={nextOf('ranking', panel)} lead={lead} />
      </Row>
      <Narrow view={view} place={place} go={(part) => go({ ...part, ...FROM_TOP })} />
      {view !== null && view.provisional !== '' && (
        <Text>
          <strong>{view.provisional}</strong>
        </Text>
      )}
      {error !== null && <Failed words={error} retry={retry} />}
      {view === null && error === null && <Loading />}
      {view !== null && total === 0 && isFresh && <Text>{word('ranking-no-match')}</Text>}
      {view !== null && total > 0 && (
        <>
          <Key view={view} />
          <List
            label={word('ranking-list')}
            page={view}
            at={place.at < total ? place.at : -1}
            focus={focus}
            waits={!isFresh && error === null}
            keyOf={({ unit }) => unit}
            open={(position) => {
              const item = view.items[position - view.offset];
              if (item === undefined) return;
              focus.current = true;
              go({ at: position, unit: { index: item.unit, name: item.name } });
            }}
            move={(position) => go({ at: position, offset: pageStart(position) })}
            turn={(next) => go({ at: -1, offset: next })}
            row={(item) => <Line item={item} view={view} />}
          />
        </>
      )}
    </>
  );
}

interface NarrowProps {
  /** null: not here yet. */
  view: RankingView | null;
  place: RankingPlace;
  go(part: Partial<RankingPlace>): void;
}

/** Which group, in which order, and whose name is looked for. */
function Narrow({ view, place, go }: NarrowProps): ReactNode {
  const { SelectField, useLooks } = useSkin();
  const { word } = useWords();
  return (
    <div className={useLooks().pair}>
      {view !== null && view.groups.length > 1 && (
        <SelectField
          label={word('group')}
          value={String(view.group)}
          options={view.groups.map(({ name, units }, index) => ({
            value: String(index),
            text: `${name === '' ? word('all-units') : name} (${units})`,
          }))}
          change={(value) => go({ group: view.groups[Number(value)]?.name ?? '' })}
        />
      )}
      {view !== null && view.sorts.length > 1 && (
        <SelectField
          label={word('sort')}
          value={view.sort}
          options={view.sorts.map((sort) => ({ value: sort, text: word(`sort-${sort}`) }))}
          change={(value) => go({ sort: view.sorts.find((sort) => sort === value) ?? 'rank' })}
        />
      )}
      <Search label={word('search')} text={place.text} search={(text) => go({ text })} />
    </div>
  );
}

/** @returns how wide the change of rank is, for its column; null where no unit of the page has one. */
function movedWidth({ items }: RankingView): string | null {
  const lengths = items.flatMap(({ moved }) => (moved === null ? [] : [String(Math.abs(moved)).length]));
  return lengths.length === 0 ? null : `calc(0.9em + ${Math.max(...lengths)}ch)`;
}

/** How the lines are to be read: what can be reached, what ranks are compared with, whose colour is whose. */
function Key({ view }: { view: RankingView }): ReactNode {
  const { Text, useLooks } = useSkin();
  const looks = useLooks();
  const { word } = useWords();
  const facts = [
    view.maximum === null ? '' : word('of-maximum', { maximum: view.maximum }),
    movedWidth(view) === null ? '' : word('of-before'),
  ].filter((fact) => fact !== '');
  return (
    <div>
      {facts.length > 0 && <Text kind="quiet">{facts.join(' · ')}</Text>}
      <details className={looks.quiet}>
        <summary tabIndex={0}>{word('legend')}</summary>
        {view.pillars.map(({ code, name, maximum }, at) => (
          <div key={code}>
            <span className={looks.dot} style={{ backgroundColor: colourOf(at) }} aria-hidden="true" />
            {`${code} ${name} (${maximum})`}
          </div>
        ))}
      </details>
    </div>
  );
}

/** What is seen is one line; what is heard is a sentence. */
function Line({ item, view }: { item: RankingItem; view: RankingView }): ReactNode {
  const looks = useSkin().useLooks();
  const { word } = useWords();
  const { rank, name, points, share, status, moved, tied, why, pieces, reach } = item;
  const place = rankWords(item, word);
  const facts = standing(item, word);
  const heard = [
    `${tied ? `${place}, ${word('tied')}` : place}: ${name}`,
    facts,
    ...pieces.map((piece) => word('piece', { name: piece.name, points: piece.points })),
  ];
  const isProvisional = status === 'blocked' && points !== '—';
  const figure = view.by === 'share' && share !== null ? word('share', { share }) : points;
  const columns = `${String(view.total).length}ch minmax(0, 1fr) auto ${movedWidth(view) ?? ''}`;
  const places = new Map(view.pillars.map(({ code }, at) => [code, at]));
  return (
    <>
      <span className={looks.hidden}>{heard.filter((one) => one !== '').join('; ')}</span>
      <span
        className={looks.standing}
        style={{ gridTemplateColumns: columns }}
        title={`${name}\n${facts}`}
        aria-hidden="true"
      >
        <span className={looks.figure}>{rank ?? word('none')}</span>
        <span className={looks.clip}>{name}</span>
        <span className={looks.figure}>{figure}</span>
        {moved !== null && (
          <span className={`${looks.figure} ${moved > 0 ? looks.rose : moved < 0 ? looks.fell : ''}`}>
            {moved === 0 ? '=' : `${moved > 0 ? '▲' : '▼'}${Math.abs(moved)}`}
          </span>
        )}
      </span>
      {rank === null ? (
        <span className={looks.quiet} aria-hidden="true">
          {[isProvisional ? word('provisional') : '', place, why].filter((one) => one !== '').join(' · ')}
        </span>
      ) : (
        <Bar
          reach={reach}
          pieces={pieces.map(({ code, fraction }) => ({ colour: colourOf(places.get(code) ?? 0), fraction }))}
        />
      )}
    </>
  );
}
