/** The verbs that several parts offer: check, the way on, and sheets of a sample where there is nothing to work on. */
import type { JSX } from 'preact';
import { primaryOf, type Primary } from '#core/view/next-step';
import { Button } from './parts.tsx';
import type { Sidebar } from './session.ts';
import { useWords } from './words.ts';

export type PartName = 'check' | 'score' | 'ranking';

/** @returns the one primary button of a part. */
export function nextOf(part: PartName, { overview, stale, choice, run }: Sidebar): Primary {
  const period = choice.period?.trim() ?? '';
  const isOther = run !== null && (choice.set !== run.choice.set || period !== (run.choice.period ?? ''));
  return primaryOf(part, { summary: overview?.summary ?? null, isStale: stale !== 'no' || isOther });
}

interface LeadProps {
  sidebar: Sidebar;
  next: Primary;
  /** Something else is the thing to do here: this is only offered. */
  quiet?: boolean;
  lead(part: PartName): void;
}

/** The way on to another part or to the sheet of the ranking; nothing where the next thing is done here. */
export function LeadButton({ sidebar, next, quiet = false, lead }: LeadProps): JSX.Element | null {
  const { word } = useWords();
  const look = quiet ? 'outlined' : 'filled';
  if (next === 'open-ranking') {
    const sheet = sidebar.overview?.summary.writes[0] ?? '';
    return (
      <Button look={look} go={() => void sidebar.reveal({ sheet, cell: 'A1' })}>
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
export function CheckButton({ sidebar, quiet = false }: { sidebar: Sidebar; quiet?: boolean }): JSX.Element {
  const { word } = useWords();
  return (
    <Button look={quiet ? 'outlined' : 'filled'} stuck={sidebar.busy !== null} go={sidebar.check}>
      {word(sidebar.overview === null ? 'check-run' : 'check-again')}
    </Button>
  );
}

/**
 * The workbook has nothing to score: what is needed, and a sample where it would stand among nobody's own sheets. @param first nothing
 * was checked yet.
 */
export function NoSet({ sidebar, first = false }: { sidebar: Sidebar; first?: boolean }): JSX.Element {
  const { word } = useWords();
  const isBare = sidebar.overview?.summary.bare ?? sidebar.facts?.bare ?? false;
  return (
    <>
      {!first && (
        <section class="card">
          <h2>{word('no-set-title')}</h2>
          <p>{word('no-set')}</p>
        </section>
      )}
      {isBare && (
        <section class="card">
          <h2>{word('first-sample')}</h2>
          <div class="row">
            <Button stuck={sidebar.busy !== null} go={sidebar.insertSample}>
              {word('sample')}
            </Button>
          </div>
          <p class="quiet">{word('sample-note')}</p>
        </section>
      )}
    </>
  );
}
