/** Above every part: what is out of date, what was done, what went wrong. Said to screen readers as well. */
import type { ReactNode } from 'react';
import type { Panel } from './port.ts';
import { useSkin } from './skin.ts';
import { useWords } from './words.ts';

interface NoticesProps {
  panel: Panel;
  /** The part in sight shows what was done, with the way back. */
  hasDone: boolean;
}

export function Notices({ panel, hasDone }: NoticesProps): ReactNode {
  const { Button, Message } = useSkin();
  const { word } = useWords();
  const { isBusy, notice, stale, overview } = panel;
  const ranking = overview?.summary.ranking ?? 'none';
  const isOld = overview !== null && !isBusy && (stale !== 'no' || ranking === 'old');
  const looksOnly = ranking === 'none' || panel.readOnly;
  return (
    <>
      {panel.readOnly && <Message tone="info">{word('read-only')}</Message>}
      {isOld && (
        <div role="status">
          <Message
            tone="warning"
            actions={
              <Button small go={looksOnly ? panel.check : panel.score}>
                {word(looksOnly ? 'check-again' : 'score-again')}
              </Button>
            }
          >
            {stale === 'no'
              ? word('ranking-old')
              : `${word(stale === 'yes' ? 'stale' : 'stale-maybe')}${ranking === 'none' ? '' : ` ${word('stale-score')}`}`}
          </Message>
        </div>
      )}
      <div role={notice?.title === 'error-title' || notice?.remedy ? 'alert' : 'status'}>
        {notice !== null && <Said panel={panel} notice={notice} hasDone={hasDone} />}
      </div>
    </>
  );
}

function Said({ panel, notice, hasDone }: NoticesProps & { notice: NonNullable<Panel['notice']> }): ReactNode {
  const { Button, Message } = useSkin();
  const { word, say } = useWords();
  const { kind, title, words, remedy } = notice;
  const { takeBack, isBusy, done, overview } = panel;
  const isQuestion = title === 'confirm-title';
  // The card with the way back stands among findings: without a run it does not.
  const isThere = hasDone && done !== null && overview !== null;
  const undoes = takeBack !== null && !isBusy && !isQuestion && !isThere;
  return (
    <Message
      tone={kind}
      title={title === null ? undefined : word(title)}
      close={{ label: word('close'), go: panel.dismiss }}
      actions={
        <>
          {remedy !== null && (
            <Button small stuck={isBusy} go={remedy.go}>
              {word(remedy.word)}
            </Button>
          )}
          {isQuestion && (
            <Button small go={panel.dismiss}>
              {word('confirm-leave')}
            </Button>
          )}
          {undoes && (
            <Button small go={panel.undo}>
              {word(takeBack.of === 'waiver' ? 'take-back-waiver' : 'take-back')}
            </Button>
          )}
        </>
      }
    >
      {words.map((one, at) => (
        <div key={at}>{say(one)}</div>
      ))}
    </Message>
  );
}
