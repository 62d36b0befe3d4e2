/** What runs, how far it is, and the way to stop it where there is one. */
import { useEffect, useState, type ReactNode } from 'react';
import type { Message as Words } from '#core/messages/message';
import type { Busy, Panel } from './port.ts';
import { useSkin } from './skin.ts';
import { useWords } from './words.ts';

interface WaitingProps {
  panel: Panel;
  /** The program does not answer at the moment: what to do about it. */
  stuck?: Words | null;
  /** Of a program that tells nothing of how far it is: the seconds are all that is true, and why. */
  silent?: { waited(seconds: number): Words; why: Words };
}

/** How far reading is changes many times a second: only what is being done is said aloud. */
export function Waiting({ panel: { busy, cancel }, stuck = null, silent }: WaitingProps): ReactNode {
  const { Button, Message, Row, Text } = useSkin();
  const { word, say } = useWords();
  return (
    <>
      <div role="status">{busy !== null && say(busy.words)}</div>
      {busy !== null && <HowFar busy={busy} />}
      {busy !== null && silent !== undefined && (
        <Text kind="quiet">
          <Seconds waited={silent.waited} /> {say(silent.why)}
        </Text>
      )}
      {busy !== null && stuck !== null && <Message tone="warning">{say(stuck)}</Message>}
      {busy !== null && cancel !== null && (
        <Row>
          <Button small go={cancel}>
            {word('cancel')}
          </Button>
        </Row>
      )}
    </>
  );
}

function HowFar({ busy: { words, cells } }: { busy: Busy }): ReactNode {
  const { Progress, Text } = useSkin();
  const { word, say } = useWords();
  return (
    <>
      <Progress label={say(words)} part={cells !== null && cells.total > 0 ? cells : null} />
      {cells !== null && (
        <Text kind="quiet">
          {word(cells.forms === true ? 'phase-forms' : 'phase-cells', { done: cells.done, total: cells.total })}
        </Text>
      )}
    </>
  );
}

/** Since it stands there. */
function Seconds({ waited }: { waited(seconds: number): Words }): ReactNode {
  const { say } = useWords();
  const [since] = useState(() => Date.now());
  const [now, tick] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return <span aria-hidden="true">{say(waited(Math.round((now - since) / 1000)))}</span>;
}
