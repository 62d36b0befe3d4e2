/** A text to be taken elsewhere: read here, copied by a button, selected by hand where the browser copies nothing. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useSkin } from './skin.ts';
import { useWords } from './words.ts';

interface CopiedProps {
  label: string;
  text: string;
}

export function Copied({ label, text }: CopiedProps): ReactNode {
  const { Button, Row, Text, useLooks } = useSkin();
  const looks = useLooks();
  const { word } = useWords();
  const area = useRef<HTMLTextAreaElement>(null);
  const [said, say] = useState<'copied' | 'copy-by-hand' | null>(null);
  useEffect(() => {
    say(null);
  }, [text]);
  const copy = (): void => {
    const byHand = (): void => {
      area.current?.focus();
      area.current?.select();
      say('copy-by-hand');
    };
    // A frame of another site may be refused it.
    if (navigator.clipboard === undefined) byHand();
    else navigator.clipboard.writeText(text).then(() => say('copied'), byHand);
  };
  return (
    <div className={looks.stack}>
      <textarea ref={area} className={looks.paper} aria-label={label} readOnly rows={7} value={text} />
      <Row>
        <Button small go={copy}>
          {word('copy')}
        </Button>
      </Row>
      <div role="status">{said !== null && <Text kind="quiet">{word(said)}</Text>}</div>
    </div>
  );
}
