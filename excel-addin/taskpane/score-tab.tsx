/** Chấm điểm: which set and period, what will be written, run, result. */
import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { NoSet } from './findings-tab.tsx';
import type { Pane } from './session.ts';
import { useStyles } from './styles.ts';
import { useWords } from './words.ts';

export function ScoreTab({ pane, go }: { pane: Pane; go(tab: 'check' | 'ranking'): void }): ReactNode {
  const { word } = useWords();
  const styles = useStyles();
  const { overview, choice, choose, written, busy, engine } = pane;
  const [sets, setSets] = useState<{ id: string; title: string }[]>([]);
  useEffect(() => {
    engine.ask('sets', {}).then(setSets, () => undefined);
  }, [engine]);
  const summary = overview?.summary ?? null;
  return (
    <>
      <Field label={word('set')}>
        <Select value={choice.set ?? ''} onChange={(_, { value }) => choose({ ...choice, set: value || null })}>
          <option value="">
            {summary?.set && choice.set === null
              ? `${word('set-workbook')}: ${summary.set.title}`
              : word('set-workbook')}
          </option>
          {sets.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={word('period')} hint={summary?.period ?? word('period-hint')}>
        <Input value={choice.period} onChange={(_, { value }) => choose({ ...choice, period: value })} />
      </Field>
      {summary?.set?.illustrative === true && <p className={styles.quiet}>{word('illustrative')}</p>}
      <section className={styles.card}>
        <h2 className={styles.heading}>{word('writes')}</h2>
        <p className={styles.plain}>{(summary?.writes ?? ['Xếp hạng', 'Chi tiết điểm', 'Kiểm tra']).join(' · ')}</p>
        <span className={styles.quiet}>{word('writes-note')}</span>
      </section>
      <div>
        <Button appearance="primary" disabled={busy !== null || pane.readOnly} onClick={pane.score}>
          {word(written === null ? 'score-run' : 'score-again')}
        </Button>
      </div>
      {summary !== null && summary.set === null && <NoSet pane={pane} />}
      {written === null && busy === null && <p className={styles.quiet}>{word('score-first')}</p>}
      {summary !== null && summary.groups.length > 0 && (
        <section className={styles.card}>
          {summary.groups.map(({ name, units, ranked, blocked }) => (
            <p key={name} className={styles.plain}>
              {word('result-group', { name: name === '' ? word('all-units') : name, ranked, units })}
              {blocked > 0 && ` · ${word('result-blocked', { count: blocked })}`}
            </p>
          ))}
          {summary.missing > 0 && <p className={styles.plain}>{word('result-missing', { count: summary.missing })}</p>}
          <p className={styles.plain}>{word('counts', summary.counts)}</p>
          <div className={styles.row}>
            <Button size="small" onClick={() => go('ranking')}>
              {word('see-ranking')}
            </Button>
            <Button size="small" onClick={() => go('check')}>
              {word('see-findings')}
            </Button>
          </div>
        </section>
      )}
    </>
  );
}
