/** One finding in full, below its row: why, what to do, and what can be done here: go to the cell, repair with preview, waive with reason. */
import { useEffect, useState, type ReactNode } from 'react';
import type { FindingItem } from '#core/view/findings';
import type { Place } from '#core/view/outcome';
import type { Panel } from './port.ts';
import { Repair } from './repair.tsx';
import { useSkin } from './skin.ts';
import { Waive } from './waive.tsx';
import { useWords } from './words.ts';

interface FindingProps {
  item: FindingItem;
  panel: Panel;
  /** What the last reveal said. */
  said: string;
  /** Who decided the last waiver. */
  by: string;
  /** The card has the primary button of the part, or leaves it to the part. */
  take(isTaken: boolean): void;
  /** A waiver was asked for by this person. */
  decided(by: string): void;
  reveal(place: Place): void;
  /** Lists the equal findings one by one. */
  apart(): void;
}

export function FindingDetail(props: FindingProps): ReactNode {
  const { item, panel, said, by, take, decided, reveal } = props;
  const { Button, Row, Text, useLooks } = useSkin();
  const { word } = useWords();
  const [open, setOpen] = useState<'one' | 'all' | 'waive' | null>(null);
  const isStuck = panel.isBusy || panel.readOnly;
  const isTaken = item.repairable || open !== null;
  useEffect(() => {
    take(isTaken);
    return () => take(false);
  }, [isTaken, take]);
  const facts = [item.name, item.unit, item.indicator].filter((text) => text !== '');
  const lines = [
    [word('value'), item.value],
    [word('why'), item.why],
    [word('todo'), item.todo],
  ] as const;
  return (
    <section className={useLooks().detail} aria-label={item.what}>
      <Text kind="quiet">{facts.join(' · ')}</Text>
      {lines.map(([label, text]) => text !== '' && <Text key={label}>{`${label}: ${text}`}</Text>)}
      {item.waived !== null && <Text>{word('waived-by', item.waived)}</Text>}
      {item.count > 1 && <Equal {...props} />}
      {said !== '' && (
        <div aria-hidden="true">
          <Text kind="quiet">{said}</Text>
        </div>
      )}
      <Row>
        {item.place !== null && (
          <Button small go={() => reveal(item.place!)}>
            {word('go', { cell: `${item.place.sheet}!${item.place.cell}` })}
          </Button>
        )}
        {item.repairable && (
          <Button
            small
            look={open === null && item.alike <= 1 ? 'filled' : 'outlined'}
            stuck={isStuck}
            expanded={open === 'one'}
            go={() => setOpen('one')}
          >
            {word('repair')}
          </Button>
        )}
        {item.alike > 1 && (
          <Button
            small
            look={open === null ? 'filled' : 'outlined'}
            stuck={isStuck}
            expanded={open === 'all'}
            go={() => setOpen('all')}
          >
            {word('repair-all', { count: item.alike })}
          </Button>
        )}
        {item.waived === null && (
          <Button small stuck={isStuck} expanded={open === 'waive'} go={() => setOpen('waive')}>
            {word('waive')}
          </Button>
        )}
      </Row>
      {(open === 'one' || open === 'all') && (
        <Repair key={open} item={item} all={open === 'all'} panel={panel} close={() => setOpen(null)} />
      )}
      {open === 'waive' && (
        <Waive
          who={by}
          isStuck={isStuck}
          close={() => setOpen(null)}
          apply={(words) => {
            decided(words.by);
            panel.waive(item, words);
          }}
        />
      )}
    </section>
  );
}

/** The cells of equal findings; the first is the row's own. */
function Equal({ item, reveal, apart }: FindingProps): ReactNode {
  const { Button, Row, Text } = useSkin();
  const { word } = useWords();
  const others = item.places.slice(1);
  return (
    <>
      <Text>{word('equal', { count: item.count - 1 })}</Text>
      <Row>
        {others.map((place) => (
          <Button key={`${place.sheet}!${place.cell}`} small look="text" go={() => reveal(place)}>
            {`${place.sheet}!${place.cell}`}
          </Button>
        ))}
        <Button small look="text" go={apart}>
          {word('equal-apart', { count: item.count })}
        </Button>
      </Row>
    </>
  );
}
