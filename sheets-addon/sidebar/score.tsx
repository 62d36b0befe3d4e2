/** Chấm điểm: which set and period, which groups, what will be written, run, result. */
import type { JSX } from 'preact';
import type { Primary } from '#core/view/next-step';
import type { SummaryView } from '#core/view/summary';
import { SHEET_NAMES } from '#core/workbook/stamp';
import { Button, SelectField, TextField } from './parts.tsx';
import { LeadButton, nextOf, NoSet, type PartName } from './run-buttons.tsx';
import type { Sidebar } from './session.ts';
import { useWords } from './words.ts';

/** What a score writes where the workbook was not looked at yet. */
const USUAL_SHEETS = Object.values(SHEET_NAMES);

interface ScoreProps {
  sidebar: Sidebar;
  lead(part: PartName): void;
}

export function ScorePart({ sidebar, lead }: ScoreProps): JSX.Element {
  const { word } = useWords();
  const { overview, choice, choose, written, busy, facts } = sidebar;
  const summary = overview?.summary ?? null;
  const next = nextOf('score', sidebar);
  const own = summary?.set ?? null;
  const workbook = word('set-workbook');
  const sets = (facts?.sets ?? []).map(({ id, title }) => ({ value: id, text: title }));
  return (
    <>
      <SelectField
        label={word('set')}
        value={choice.set ?? ''}
        options={[
          { value: '', text: own !== null && choice.set === null ? `${workbook}: ${own.title}` : workbook },
          ...sets,
        ]}
        change={(value) => choose({ ...choice, set: value === '' ? null : value })}
      />
      {own?.illustrative === true && <p class="quiet">{word('illustrative')}</p>}
      <TextField
        label={word('period')}
        hint={word('period-hint')}
        value={choice.period ?? ''}
        placeholder={summary?.period ?? ''}
        change={(period) => choose({ ...choice, period })}
      />
      <section class="card">
        <h2>{word('groups')}</h2>
        {summary === null ? (
          <p class="quiet">{word('groups-first')}</p>
        ) : (
          summary.groups.map(({ name, units }) => (
            <p key={name}>{word('group-units', { name: name === '' ? word('all-units') : name, units })}</p>
          ))
        )}
        <h2>{word('writes')}</h2>
        <p>{(summary?.writes ?? USUAL_SHEETS).join(' · ')}</p>
        <p class="quiet">{word('writes-note')}</p>
      </section>
      <div class="row">
        <Button look={next === 'score' ? 'filled' : 'outlined'} stuck={busy !== null} go={sidebar.score}>
          {word(written === null ? 'score-run' : 'score-again')}
        </Button>
        <LeadButton sidebar={sidebar} next={next} lead={lead} />
      </div>
      {summary !== null && summary.set === null && <NoSet sidebar={sidebar} />}
      {summary !== null && summary.nothing !== null && summary.set !== null && (
        <p>{word(`nothing-${summary.nothing}`)}</p>
      )}
      {written === null &&
        busy === null &&
        (summary === null || (summary.nothing === null && summary.ranking === 'none')) && (
          <p class="quiet">{word('score-first')}</p>
        )}
      {summary !== null && summary.groups.length > 0 && (
        <Result summary={summary} sidebar={sidebar} next={next} lead={lead} />
      )}
    </>
  );
}

/** What the last run came to, and the ways on from there. */
function Result({ summary, sidebar, next, lead }: ScoreProps & { summary: SummaryView; next: Primary }): JSX.Element {
  const { word } = useWords();
  return (
    <section class="card">
      <h2>{word('result')}</h2>
      {summary.groups.map(({ name, units, ranked, blocked }) => (
        <p key={name}>
          {word('result-group', { name: name === '' ? word('all-units') : name, ranked, units })}
          {blocked > 0 && ` · ${word('result-blocked', { count: blocked })}`}
        </p>
      ))}
      {summary.missing > 0 && <p>{word('result-missing', { count: summary.missing })}</p>}
      {sidebar.notice?.counted !== true && <p>{word('counts', summary.counts)}</p>}
      <div class="row">
        {next !== 'to-ranking' && <Button go={() => lead('ranking')}>{word('see-ranking')}</Button>}
        {next !== 'to-findings' && <Button go={() => lead('check')}>{word('see-findings')}</Button>}
        {sidebar.written?.map((sheet) => (
          <Button key={sheet} look="text" go={() => void sidebar.reveal({ sheet, cell: 'A1' })}>
            {word('open-sheet', { sheet })}
          </Button>
        ))}
      </div>
    </section>
  );
}
