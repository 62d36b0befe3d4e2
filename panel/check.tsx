/** Kiểm tra: what was recognised, whether the units can be ranked, and the findings, one click from their cells. */
import { useState, type ReactNode } from 'react';
import type { SummaryView } from '#core/view/summary';
import { Findings, type FindingsPlace } from './findings.tsx';
import type { Panel } from './port.ts';
import { RecognisedCard } from './recognised.tsx';
import { DoneCard } from './repair.tsx';
import { CheckButton, LeadButton, nextOf, NoSet, type PartName } from './run-buttons.tsx';
import { useSkin } from './skin.ts';
import { useWords, type PanelWord } from './words.ts';

export interface CheckProps {
  panel: Panel;
  /** Where the person is in the list; kept while other parts are open. */
  place: FindingsPlace;
  go(part: Partial<FindingsPlace>): void;
  /** Opens another part. */
  lead(part: PartName): void;
}

export function CheckScreen({ panel, place, go, lead }: CheckProps): ReactNode {
  const { Row, Text } = useSkin();
  const { word } = useWords();
  // An open finding that can be repaired here has the primary button.
  const [isTaken, take] = useState(false);
  const { overview } = panel;
  if (overview === null)
    return (
      <>
        <Text>{word('first-check')}</Text>
        <Row>
          <CheckButton panel={panel} />
        </Row>
        <NoSet panel={panel} first />
      </>
    );
  const { summary } = overview;
  const { counts, set, notRun, recognised } = summary;
  const next = nextOf('check', panel);
  const all = counts.error + counts.warning + counts.note + counts.waived;
  const verdict = verdictOf(summary, word);
  return (
    <>
      <Row>
        <CheckButton panel={panel} quiet={isTaken || next !== 'check'} />
        <LeadButton panel={panel} next={next} quiet={isTaken} lead={lead} />
      </Row>
      {verdict !== '' && (
        <Text>
          <strong>{verdict}</strong>
        </Text>
      )}
      <RecognisedCard view={recognised} panel={panel} />
      {set === null && <NoSet panel={panel} />}
      {all > 0 ? (
        <Findings panel={panel} place={place} go={go} take={take} all={all} />
      ) : (
        panel.done !== null && <DoneCard done={panel.done} panel={panel} />
      )}
      <NotRun list={notRun} />
    </>
  );
}

/** @returns what the findings mean for the ranking; how many they are stands on the chips. */
function verdictOf({ counts, groups, nothing }: SummaryView, word: PanelWord): string {
  const units = groups.reduce((sum, group) => sum + group.units, 0);
  const blocked = groups.reduce((sum, group) => sum + group.blocked, 0);
  if (blocked > 0) return word('verdict-blocked', { blocked, units });
  if (nothing !== null) return word(`nothing-${nothing}`);
  if (counts.error + counts.warning + counts.note + counts.waived === 0) return word('no-findings');
  return counts.error > 0 ? word('verdict-errors') : word('verdict-ready', { units });
}

function NotRun({ list }: { list: SummaryView['notRun'] }): ReactNode {
  const { Fold, Text } = useSkin();
  const { word } = useWords();
  if (list.length === 0) return null;
  return (
    <Fold title={word('not-run', { count: list.length })} open={false}>
      {list.map(({ id, name, why }) => (
        <Text key={id} kind="quiet">{`${name}: ${why}`}</Text>
      ))}
    </Fold>
  );
}
