/** What stands where an answer would: on its way, or it did not come. */
import type { ReactNode } from 'react';
import type { Message } from '#core/messages/message';
import { useSkin } from './skin.ts';
import { useWords } from './words.ts';

/** @returns the reason in place of the answer, with another try. */
export function Failed({ words, retry }: { words: readonly Message[]; retry(): void }): ReactNode {
  const { Button, Message: Said } = useSkin();
  const { word, say } = useWords();
  return (
    <div role="alert">
      <Said tone="error" actions={<Button go={retry}>{word('retry')}</Button>}>
        {words.map((one) => (
          <p key={one.id}>{say(one)}</p>
        ))}
      </Said>
    </div>
  );
}

export function Loading(): ReactNode {
  const { Text } = useSkin();
  const { word } = useWords();
  return (
    <div role="status">
      <Text kind="quiet">{word('loading')}</Text>
    </div>
  );
}
