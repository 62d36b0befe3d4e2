/** The verbs that several parts offer: check, the way on, and sheets of a sample where there is nothing to work on. */
import type { ReactNode } from 'react';
import { primaryOf, type Primary } from './next-step.ts';
import type { Panel } from './port.ts';
import { useSkin } from './skin.ts';
import { useWords } from './words.ts';

export type PartName = 'check' | 'score' | 'ranking';

/** @returns the one primary button of a part. */
export function nextOf(part: PartName, { overview, stale, choice, ran }: Panel): Primary {
  const isOther = ran !== null && (choice.set !== ran.set || choice.period.trim() !== ran.period.trim());
  return primaryOf(part, { summary: overview?.summary ?? null, isStale: stale !== 'no' || isOther });
}

interface LeadProps {
  panel: Panel;
  next: Primary;
  /** Something else is the thing to do here: this is only offered. */
  quiet?: boolean;
  lead(part: PartName): void;
}

/** The way on to another part or to the sheet of the ranking; nothing where the next thing is done here. */
export function LeadButton({ panel, next, quiet = false, lead }: LeadProps): ReactNode {
  const { Button } = useSkin();
  const { word } = useWords();
  const look = quiet ? 'outlined' : 'filled';
  if (next === 'open-ranking') {
    const sheet = panel.overview?.summary.writes[0] ?? '';
    return (
      <Button look={look} go={() => void panel.reveal({ sheet, cell: 'A1' })}>
        {word('open-sheet', { sheet })}
      </Button>
    );
  }
  if (next === 'check' || next === 'score') return null;
  const to = ({ 'to-score': 'score', 'to-ranking': 'ranking', 'to-findings': 'check' } as const)[next];
  return (
    <Button look={look} go={() => lead(to)}>
      {word(next === 'to-score' ? 'go-score' : next === 'to-ranking' ? 'see-ranking' : 'see-findings')}
    </Button>
  );
}

/** @param quiet something else is the thing to do here. */
export function CheckButton({ panel, quiet = false }: { panel: Panel; quiet?: boolean }): ReactNode {
  const { Button } = useSkin();
  const { word } = useWords();
  return (
    <Button look={quiet ? 'outlined' : 'filled'} stuck={panel.isBusy} go={panel.check}>
      {word(panel.overview === null ? 'check-run' : 'check-again')}
    </Button>
  );
}

/**
 * The workbook has nothing to score yet (`first`: was not looked at yet): what is needed, and a sample where it would stand among nobody's
 * own sheets.
 */
export function NoSet({ panel, first = false }: { panel: Panel; first?: boolean }): ReactNode {
  const { Button, Card, Heading, Row, Text } = useSkin();
  const { word } = useWords();
  const isBare = panel.overview?.summary.bare ?? panel.bare;
  return (
    <>
      {!first && (
        <Card>
          <Heading>{word('no-set-title')}</Heading>
          <Text>{word('no-set')}</Text>
        </Card>
      )}
      {isBare && (
        <Card>
          <Heading>{word('first-sample')}</Heading>
          <Row>
            <Button stuck={panel.isBusy || panel.readOnly} go={panel.insertSample}>
              {word('sample')}
            </Button>
          </Row>
          <Text kind="quiet">{word('sample-note')}</Text>
        </Card>
      )}
    </>
  );
}
