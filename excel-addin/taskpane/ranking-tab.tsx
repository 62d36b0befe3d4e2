/** Xếp hạng: units with a bar per pillar, and one unit in full. */
import { Field, Input, Select } from '@fluentui/react-components';
import { useCallback, useState, type ReactNode } from 'react';
import type { RankingItem, RankingView } from '#core/view/ranking';
import { usePages, VirtualList } from './list.tsx';
import type { Pane } from './session.ts';
import { useStyles } from './styles.ts';
import { PILLAR_COLOURS } from './theme.ts';
import { UnitDetail } from './unit-detail.tsx';
import { useWords } from './words.ts';

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

export function RankingTab({ pane }: { pane: Pane }): ReactNode {
  const { word, language } = useWords();
  const styles = useStyles();
  const { overview, revision, engine } = pane;
  const [group, setGroup] = useState(0);
  const [text, setText] = useState('');
  const [unit, setUnit] = useState<number | null>(null);
  const [head, setHead] = useState<RankingView | null>(null);
  const load = useCallback(
    async (offset: number, limit: number) => {
      const view = await engine.ask('ranking', { group, text, offset, limit, language });
      if (offset === 0) setHead(view);
      return view;
    },
    [engine, group, text, language],
  );
  const pages = usePages<RankingItem>(JSON.stringify([revision, language, group, text]), load);
  if (overview === null || overview.summary.groups.length === 0)
    return <p className={styles.plain}>{word('ranking-first')}</p>;
  if (unit !== null) return <UnitDetail unit={unit} pane={pane} back={() => setUnit(null)} />;
  const colours = new Map(head?.pillars.map(({ code }, at) => [code, PILLAR_COLOURS[at % PILLAR_COLOURS.length]!]));
  return (
    <>
      <div className={styles.fields}>
        {head !== null && head.groups.length > 1 && (
          <Field label={word('group')} size="small">
            <Select size="small" value={String(group)} onChange={(_, { value }) => setGroup(Number(value))}>
              {head.groups.map(({ name, units }, at) => (
                <option key={name} value={at}>{`${name === '' ? word('all-units') : name} (${units})`}</option>
              ))}
            </Select>
          </Field>
        )}
        <Field label={word('search')} size="small">
          <Input size="small" type="search" value={text} onChange={(_, { value }) => setText(value)} />
        </Field>
      </div>
      {head !== null && head.provisional !== '' && (
        <p className={styles.plain}>
          <strong>{head.provisional}</strong>
        </p>
      )}
      <VirtualList
        label={word('ranking-list')}
        count={pages.total}
        height={84}
        current={-1}
        className={styles.list}
        need={pages.need}
        row={(position) => {
          const item = pages.at(position);
          return item === undefined ? null : <UnitRow item={item} colours={colours} open={() => setUnit(item.unit)} />;
        }}
      />
      <details className={styles.quiet}>
        <summary>{word('legend')}</summary>
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

function UnitRow({
  item,
  colours,
  open,
}: {
  item: RankingItem;
  colours: Map<string, string>;
  open(): void;
}): ReactNode {
  const { word } = useWords();
  const styles = useStyles();
  const { status, points, maximum } = item;
  const rank =
    item.rank === null ? word(status === 'blocked' ? 'blocked' : 'unranked') : word('rank', { rank: item.rank });
  const facts = [
    word(status === 'blocked' ? 'provisional-of' : 'points-of', { points, maximum }),
    item.share === null ? '' : word('share', { share: item.share }),
    item.band ?? '',
    item.missing > 0 ? word('missing-short', { count: item.missing }) : '',
    item.why,
  ];
  return (
    <button type="button" className={styles.item} onClick={open}>
      <span className={styles.itemHead}>
        <strong>{item.tied ? `${rank}, ${word('tied')}` : rank}</strong>
        <span className={styles.grow}>{item.name}</span>
      </span>
      <Bar item={item} colours={colours} />
      <span className={styles.clamp} style={{ fontSize: 12, lineHeight: '16px' }}>
        {facts.filter((fact) => fact !== '').join(' · ')}
      </span>
      <span className={styles.hidden}>
        {item.pieces.map(({ name, points: own }) => word('piece', { name, points: own })).join('; ')}
      </span>
    </button>
  );
}
