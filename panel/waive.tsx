/** Accepting a finding as it is: why, and who decided. Both are written beside it. */
import { useState, type ReactNode } from 'react';
import { useFirstFocus } from './first-focus.ts';
import { useSkin } from './skin.ts';
import { useWords } from './words.ts';

interface WaiveProps {
  who: string;
  isStuck: boolean;
  close(): void;
  apply(words: { by: string; reason: string }): void;
}

export function Waive({ who, isStuck, close, apply }: WaiveProps): ReactNode {
  const { Button, Row, Text, TextField, useLooks } = useSkin();
  const { word } = useWords();
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(who);
  const [asked, setAsked] = useState(false);
  const form = useFirstFocus<HTMLFormElement>('input');
  const wrong = (text: string): string => (asked && text.trim() === '' ? word('waive-need') : '');
  return (
    <form
      noValidate
      className={useLooks().stack}
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!isStuck && reason.trim() !== '' && by.trim() !== '') apply({ by: by.trim(), reason: reason.trim() });
      }}
    >
      <TextField label={word('waive-reason')} value={reason} required wrong={wrong(reason)} change={setReason} />
      <TextField label={word('waive-by')} value={by} required wrong={wrong(by)} change={setBy} />
      <Text kind="quiet">{word('waive-note')}</Text>
      <Row>
        <Button look="filled" small submit stuck={isStuck}>
          {word('waive-do')}
        </Button>
        <Button small go={close}>
          {word('close')}
        </Button>
      </Row>
    </form>
  );
}
