/** Xếp hạng: units with a bar per pillar, and one unit in full. */
import { Field, Input, Select } from '@fluentui/react-components';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import { neighbour } from '#core/view/neighbour';
import { PILLAR_COLOURS } from '#core/view/pillar-colours';
import type { RankingItem, RankingView } from '#core/view/ranking';
import { rankingLines } from '#core/view/ranking-lines';
import { usePages, useSettled, VirtualList } from './list.tsx';
import { RowButton } from './row-button.tsx';
import { CheckButton, LeadButton, nextOf, type PartName } from '#panel/run-buttons.tsx';
import type { Pane } from './session.ts';
import { useStyles } from '../skin/styles.ts';
import { UnitDetail } from './unit-detail.tsx';
import { useWords } from '#panel/words.ts';

/** Where the person is in the ranking; kept while other tabs are open. */
export interface RankingPlace {
  group: number;
  text: string;
  /** Position in the list, −1: none. */
  at: number;
  /** The unit that is shown in full. */
  unit: { index: number; name: string } | null;
}

export const RANKING_START: RankingPlace = { group: 0, text: '', at: -1, unit: null };

interface RankingTabProps {
  pane: Pane;
  place: RankingPlace;
  go(part: Partial<RankingPlace>): void;
  /** Opens another part. */
  lead(part: PartName): void;
}

export function RankingTab(props: RankingTabProps): ReactNode {
  const { pane, place, go } = props;
  const { word } = useWords();
  const styles = useStyles();
  const focus = useRef(false);
  if (pane.overview === null || pane.overview.summary.groups.length === 0)
    return (
      <>
        <p className={styles.plain}>
          {word(pane.overview?.summary.nothing ? `nothing-${pane.overview.summary.nothing}` : 'ranking-first')}
        </p>
        <div>
          <CheckButton panel={pane} />
        </div>
      </>
    );
  if (place.unit === null) return <Ranking {...props} focus={focus} />;
  const back = (): void => {
    focus.current = true;
    go({ unit: null });
  };
  return <UnitDetail unit={place.unit.index} name={place.unit.name} pane={pane} back={back} />;
}

function Ranking({ pane, place, go, lead, focus }: RankingTabProps & { focus: { current: boolean } }): ReactNode {
  const { word, language } = useWords();
  const styles = useStyles();
  const { revision, ask } = pane;
  const { group, text, at } = place;
  const next = nextOf('ranking', pane);
  const [head, setHead] = useState<RankingView | null>(null);
  const sought = useSettled(text);
  const load = useCallback(
    async (offset: number, limit: number) => {
      const view = await ask('ranking', { group, text: sought, offset, limit });
      if (offset === 0) setHead(view);
      return view;
    },
    [ask, group, sought],
  );
  const pages = usePages<RankingItem>(JSON.stringify([revision, language, group, sought]), load, pane.tell);
  const { total, need, loaded } = pages;
  const colours = new Map(
    head?.pillars.map(({ code }, index) => [code, PILLAR_COLOURS[index % PILLAR_COLOURS.length]!]),
  );
  return (
    <>
      {next !== 'check' && (
        <div>
          <LeadButton panel={pane} next={next} lead={lead} />
        </div>
      )}
      <div className={styles.fields}>
        {head !== null && head.groups.length > 1 && (
          <Field label={word('group')} size="small">
            <Select
              size="small"
              value={String(group)}
              onChange={(_, { value }) => go({ group: Number(value), at: -1 })}
            >
              {head.groups.map(({ name, units }, index) => (
                <option key={name} value={index}>{`${name === '' ? word('all-units') : name} (${units})`}</option>
              ))}
            </Select>
          </Field>
        )}
        <Field label={word('search')} size="small">
          <Input size="small" type="search" value={text} onChange={(_, { value }) => go({ text: value, at: -1 })} />
        </Field>
      </div>
      {head !== null && head.provisional !== '' && (
        <p className={styles.plain}>
          <strong>{head.provisional}</strong>
        </p>
      )}
      {total === 0 && loaded ? (
        <p className={styles.plain}>{word('ranking-no-match')}</p>
      ) : (
        <VirtualList
          label={word('ranking-list')}
          count={total}
          height={84}
          current={at}
          className={styles.virtual}
          need={need}
          row={(position) => {
            const item = pages.at(position);
            return item === undefined ? null : (
              <RowButton
                current={position === at}
                reachable={position === (at < 0 || at >= total ? 0 : at)}
                focus={focus}
                open={() => go({ at: position, unit: { index: item.unit, name: item.name } })}
                move={(by) => {
                  focus.current = true;
                  const next = neighbour(total, position, by);
                  need(next);
                  go({ at: next });
                }}
              >
                <UnitLines item={item} colours={colours} />
              </RowButton>
            );
          }}
        />
      )}
      <details className={styles.quiet}>
        <summary tabIndex={0}>{word('legend')}</summary>
        {head?.pillars.map(({ code, name, maximum }) => (
          <div key={code}>
            <span className={styles.dot} style={{ backgroundColor: colours.get(code) }} aria-hidden="true" />
            {`${code} ${name} (${maximum})`}
          </div>
        ))}
      </details>
    </>
  );
}

/** Plain SVG: pieces side by side, a frame as long as the unit's maximum. */
function Bar({ item, colours }: { item: RankingItem; colours: Map<string, string> }): ReactNode {
  let x = 0;
  return (
    <svg viewBox="0 0 100 8" width="100%" height="10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect x="0" y="0.5" width={item.reach * 100} height="7" fill="none" stroke="currentColor" strokeWidth="0.3" />
      {item.pieces.map(({ code, fraction }) => {
        const from = x;
        x += fraction * 100;
        return <rect key={code} x={from} y="0.5" width={fraction * 100} height="7" fill={colours.get(code)} />;
      })}
    </svg>
  );
}

function UnitLines({ item, colours }: { item: RankingItem; colours: Map<string, string> }): ReactNode {
  const { word } = useWords();
  const styles = useStyles();
  const { rank, facts, pieces } = rankingLines(item, word);
  return (
    <>
      <span className={styles.itemHead}>
        <strong>{rank}</strong>
        <span className={styles.grow}>{item.name}</span>
      </span>
      <Bar item={item} colours={colours} />
      <span className={styles.clamp} style={{ fontSize: 12, lineHeight: '16px' }}>
        {facts}
      </span>
      <span className={styles.hidden}>{pieces}</span>
    </>
  );
}
