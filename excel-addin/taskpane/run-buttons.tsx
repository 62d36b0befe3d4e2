/** The verbs that several tabs offer: check, and sheets of a sample where there is nothing to work on. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Pane } from './session.ts';
import { useStyles } from './styles.ts';
import { useWords } from './words.ts';

// Buttons that start a job keep the keyboard's focus while it runs: disabledFocusable, not disabled.

export function CheckButton({ pane }: { pane: Pane }): ReactNode {
  const { word } = useWords();
  return (
    <Button appearance="primary" disabledFocusable={pane.busy !== null} onClick={pane.check}>
      {word(pane.overview === null ? 'check-run' : 'check-again')}
    </Button>
  );
}

/** The workbook has nothing to score yet (`first`: was not looked at yet): what is needed, and a sample. */
export function NoSet({ pane, first = false }: { pane: Pane; first?: boolean }): ReactNode {
  const { word } = useWords();
  const styles = useStyles();
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{word(first ? 'first-sample' : 'no-set-title')}</h2>
      {!first && <p className={styles.plain}>{word('no-set')}</p>}
      <div>
        <Button disabledFocusable={pane.busy !== null || pane.readOnly} onClick={pane.insertSample}>
          {word('sample')}
        </Button>
      </div>
      <span className={styles.quiet}>{word('sample-note')}</span>
    </section>
  );
}
