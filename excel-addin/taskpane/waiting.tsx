/** What runs, how far it is, and the way to stop it. How far reading is changes many times a second: only the phases are said aloud. */
import { Button, MessageBar, MessageBarBody, ProgressBar } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Message } from '#core/messages/message';
import { useWords } from '#panel/words.ts';
import { useStyles } from '../skin/styles.ts';
import type { Pane } from './session.ts';

/** @param waiting Excel does not answer at the moment: what to do about it. */
export function Waiting({ pane, waiting }: { pane: Pane; waiting: Message | null }): ReactNode {
  const { word, say } = useWords();
  const styles = useStyles();
  const { busy } = pane;
  return (
    <>
      <div className={styles.plain}>
        <span role="status">{busy !== null && word(`phase-${busy.phase}`)}</span>
        {busy !== null && busy.cells !== null && <span> {word('phase-cells', busy.cells)}</span>}
      </div>
      {busy !== null && (
        <>
          <ProgressBar
            aria-label={word(`phase-${busy.phase}`)}
            {...(busy.cells === null || busy.cells.total === 0
              ? {}
              : { value: busy.cells.done, max: busy.cells.total })}
          />
          {waiting !== null && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{say(waiting)}</MessageBarBody>
            </MessageBar>
          )}
          <div>
            <Button size="small" onClick={pane.cancel}>
              {word('cancel')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
