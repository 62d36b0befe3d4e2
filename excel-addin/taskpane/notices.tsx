/** Above every tab: what is running, what went wrong, what is out of date. Said to screen readers as well. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Message } from '#core/messages/message';
import { Icon } from './icons.tsx';
import type { Pane } from './session.ts';
import { useStyles } from './styles.ts';
import { sayHere, useWords } from './words.ts';

interface NoticesProps {
  pane: Pane;
  waiting: Message | null;
  /** The part in sight shows what was done, with the way back. */
  hasDone: boolean;
}

export function Notices({ pane, waiting, hasDone }: NoticesProps): ReactNode {
  const { word, language } = useWords();
  const styles = useStyles();
  const { busy, notice, stale, takeBack } = pane;
  const ranking = pane.overview?.summary.ranking ?? 'none';
  return (
    <div className={styles.notices}>
      <div className={styles.plain}>
        {/* How far reading is changes many times a second: only the phases are said aloud. */}
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
              <MessageBarBody>{sayHere(waiting, language)}</MessageBarBody>
            </MessageBar>
          )}
          <div>
            <Button size="small" onClick={pane.cancel}>
              {word('cancel')}
            </Button>
          </div>
        </>
      )}
      {pane.readOnly && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{word('read-only')}</MessageBarBody>
        </MessageBar>
      )}
      {busy === null && (stale !== 'no' || ranking === 'old') && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {stale === 'no'
              ? word('ranking-old')
              : `${word(stale === 'yes' ? 'stale' : 'stale-maybe')}${ranking === 'none' ? '' : ` ${word('stale-score')}`}`}
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={ranking === 'none' || pane.readOnly ? pane.check : pane.score}>
              {word(ranking === 'none' || pane.readOnly ? 'check-again' : 'score-again')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <div role={notice?.title === 'error-title' || notice?.title === 'confirm-title' ? 'alert' : 'status'}>
        {notice !== null && (
          <MessageBar intent={notice.kind} layout="multiline">
            <MessageBarBody>
              {notice.title !== null && <MessageBarTitle>{word(notice.title)}</MessageBarTitle>}
              {notice.words.map((words) => (
                <div key={words.id}>{sayHere(words, language)}</div>
              ))}
            </MessageBarBody>
            <MessageBarActions
              containerAction={
                <Button
                  size="small"
                  appearance="transparent"
                  aria-label={word('close')}
                  title={word('close')}
                  icon={<Icon name="close" />}
                  onClick={pane.dismiss}
                />
              }
            >
              {notice.retry !== null && (
                <Button size="small" onClick={notice.retry}>
                  {word('retry')}
                </Button>
              )}
              {notice.confirm !== undefined && (
                <>
                  <Button size="small" onClick={notice.confirm}>
                    {word('confirm-go')}
                  </Button>
                  <Button size="small" onClick={pane.dismiss}>
                    {word('confirm-leave')}
                  </Button>
                </>
              )}
              {takeBack !== null &&
                busy === null &&
                !(hasDone && pane.done !== null) &&
                notice.confirm === undefined && (
                  <Button size="small" onClick={pane.undo}>
                    {word(takeBack.of === 'waiver' ? 'take-back-waiver' : 'take-back')}
                  </Button>
                )}
            </MessageBarActions>
          </MessageBar>
        )}
      </div>
    </div>
  );
}
