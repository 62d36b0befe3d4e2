/** The verbs that several tabs offer: check, and sheets of a sample where there is nothing to work on. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { primaryOf, type Primary } from '#core/view/next-step';
import type { Pane } from './session.ts';
import { useStyles } from './styles.ts';
import { useWords } from './words.ts';

// Buttons that start a job keep the keyboard's focus while it runs: disabledFocusable, not disabled.

export type PartName = 'check' | 'score' | 'ranking';

/** @returns the one primary button of a part. */
export function nextOf(part: PartName, { overview, stale, choice, ran }: Pane): Primary {
  const isOther = ran !== null && (choice.set !== ran.set || choice.period.trim() !== ran.period.trim());
  return primaryOf(part, { summary: overview?.summary ?? null, isStale: stale !== 'no' || isOther });
}

interface LeadProps {
  pane: Pane;
  next: Primary;
  /** Something else is the thing to do here: this is only offered. */
  quiet?: boolean;
  go(part: PartName): void;
}

/** The way on to another part or to the sheet of the ranking; nothing where the next thing is done here. */
export function LeadButton({ pane, next, quiet = false, go }: LeadProps): ReactNode {
  const { word } = useWords();
  const appearance = quiet ? 'secondary' : 'primary';
  if (next === 'open-ranking') {
    const sheet = pane.overview?.summary.writes[0] ?? '';
    return (
      <Button appearance={appearance} onClick={() => void pane.reveal({ sheet, cell: 'A1' })}>
        {word('open-sheet', { sheet })}
      </Button>
    );
  }
  if (next === 'check' || next === 'score') return null;
  const to = ({ 'to-score': 'score', 'to-ranking': 'ranking', 'to-findings': 'check' } as const)[next];
  return (
    <Button appearance={appearance} onClick={() => go(to)}>
      {word(next === 'to-score' ? 'go-score' : next === 'to-ranking' ? 'see-ranking' : 'see-findings')}
    </Button>
  );
}

/** @param quiet something else is the thing to do here. */
export function CheckButton({ pane, quiet = false }: { pane: Pane; quiet?: boolean }): ReactNode {
  const { word } = useWords();
  return (
    <Button appearance={quiet ? 'secondary' : 'primary'} disabledFocusable={pane.busy !== null} onClick={pane.check}>
      {word(pane.overview === null ? 'check-run' : 'check-again')}
    </Button>
  );
}

/**
 * The workbook has nothing to score yet (`first`: was not looked at yet): what is needed, and a sample where it would stand among nobody's
 * own sheets.
 */
export function NoSet({ pane, first = false }: { pane: Pane; first?: boolean }): ReactNode {
  const { word } = useWords();
  const styles = useStyles();
  const isBare = pane.overview?.summary.bare ?? pane.bare;
  return (
    <>
      {!first && (
        <section className={styles.card}>
          <h2 className={styles.heading}>{word('no-set-title')}</h2>
          <p className={styles.plain}>{word('no-set')}</p>
        </section>
      )}
      {isBare && (
        <section className={styles.card}>
          <h2 className={styles.heading}>{word('first-sample')}</h2>
          <div>
            <Button disabledFocusable={pane.busy !== null || pane.readOnly} onClick={pane.insertSample}>
              {word('sample')}
            </Button>
          </div>
          <span className={styles.quiet}>{word('sample-note')}</span>
        </section>
      )}
    </>
  );
}
