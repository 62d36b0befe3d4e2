/** Chấm điểm: which set and period, which groups, what will be written, run, result. */
import { Button, Field, Select } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import type { Primary } from '#core/view/next-step';
import type { SummaryView } from '#core/view/summary';
import { LeadButton, nextOf, NoSet, type PartName } from './run-buttons.tsx';
import type { Pane } from './session.ts';
import { useStyles } from './styles.ts';
import { useWords } from './words.ts';

/** What a score writes where the workbook was not looked at yet. */
const USUAL_SHEETS = ['Xếp hạng', 'Chi tiết điểm', 'Kiểm tra'];

interface ScoreTabProps {
  pane: Pane;
  go(tab: PartName): void;
}

export function ScoreTab({ pane, go }: ScoreTabProps): ReactNode {
  const { word } = useWords();
  const styles = useStyles();
  const { overview, choice, choose, written, busy, engine } = pane;
  const [sets, setSets] = useState<{ id: string; title: string }[]>([]);
  useEffect(() => {
    engine.ask('sets', {}).then(setSets, () => undefined);
  }, [engine]);
  const summary = overview?.summary ?? null;
  const next = nextOf('score', pane);
  const own = summary?.set ?? null;
  const workbook = word('set-workbook');
  return (
    <>
      <Field label={word('set')}>
        <Select value={choice.set ?? ''} onChange={(_, { value }) => choose({ ...choice, set: value || null })}>
          <option value="">{own !== null && choice.set === null ? `${workbook}: ${own.title}` : workbook}</option>
          {sets.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      {own?.illustrative === true && <p className={styles.quiet}>{word('illustrative')}</p>}
      <Field label={word('period')} hint={summary === null ? word('period-first') : undefined}>
        <Select value={choice.period} onChange={(_, { value }) => choose({ ...choice, period: value })}>
          <option value="">{word('period-own')}</option>
          {[...new Set([...(summary?.periods ?? []), choice.period])].map(
            (period) =>
              period !== '' && (
                <option key={period} value={period}>
                  {period}
                </option>
              ),
          )}
        </Select>
      </Field>
      <section className={styles.card}>
        <h2 className={styles.heading}>{word('groups')}</h2>
        {summary === null ? (
          <span className={styles.quiet}>{word('groups-first')}</span>
        ) : (
          summary.groups.map(({ name, units }) => (
            <p key={name} className={styles.plain}>
              {word('group-units', { name: name === '' ? word('all-units') : name, units })}
            </p>
          ))
        )}
        <h2 className={styles.heading}>{word('writes')}</h2>
        <p className={styles.plain}>{(summary?.writes ?? USUAL_SHEETS).join(' · ')}</p>
        <span className={styles.quiet}>{word('writes-note')}</span>
      </section>
      <div className={styles.row}>
        <Button
          appearance={next === 'score' ? 'primary' : 'secondary'}
          disabledFocusable={busy !== null || pane.readOnly}
          onClick={pane.score}
        >
          {word(written === null ? 'score-run' : 'score-again')}
        </Button>
        <LeadButton pane={pane} next={next} go={go} />
      </div>
      {summary !== null && summary.set === null && <NoSet pane={pane} />}
      {summary !== null && summary.nothing !== null && summary.set !== null && (
        <p className={styles.plain}>{word(`nothing-${summary.nothing}`)}</p>
      )}
      {written === null &&
        busy === null &&
        (summary === null || (summary.nothing === null && summary.ranking === 'none')) && (
          <p className={styles.quiet}>{word('score-first')}</p>
        )}
      {summary !== null && summary.groups.length > 0 && <Result summary={summary} pane={pane} next={next} go={go} />}
    </>
  );
}

/** What the last run came to, and the ways on from there. */
function Result({ summary, pane, next, go }: ScoreTabProps & { summary: SummaryView; next: Primary }): ReactNode {
  const { word } = useWords();
  const styles = useStyles();
  const { written } = pane;
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{word('result')}</h2>
      {summary.groups.map(({ name, units, ranked, blocked }) => (
        <p key={name} className={styles.plain}>
          {word('result-group', { name: name === '' ? word('all-units') : name, ranked, units })}
          {blocked > 0 && ` · ${word('result-blocked', { count: blocked })}`}
        </p>
      ))}
      {summary.missing > 0 && <p className={styles.plain}>{word('result-missing', { count: summary.missing })}</p>}
      {pane.notice?.counted !== true && <p className={styles.plain}>{word('counts', summary.counts)}</p>}
      <div className={styles.row}>
        {next !== 'to-ranking' && (
          <Button size="small" onClick={() => go('ranking')}>
            {word('see-ranking')}
          </Button>
        )}
        {next !== 'to-findings' && (
          <Button size="small" onClick={() => go('check')}>
            {word('see-findings')}
          </Button>
        )}
        {written?.map((sheet) => (
          <Button key={sheet} size="small" onClick={() => void pane.reveal({ sheet, cell: 'A1' })}>
            {word('open-sheet', { sheet })}
          </Button>
        ))}
      </div>
    </section>
  );
}
