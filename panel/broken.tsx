/** The last net: whatever breaks while drawing leaves words and a way back, never an empty panel. */
import { Component, type ReactNode } from 'react';
import { useSkin } from './skin.ts';
import { useWords } from './words.ts';

interface BrokenState {
  /** What broke, in one line; null: nothing did. */
  detail: string | null;
}

export class Broken extends Component<{ children: ReactNode }, BrokenState> {
  override state: BrokenState = { detail: null };

  override componentDidCatch(error: unknown): void {
    const detail = error instanceof Error ? error.message : String(error);
    this.setState({ detail: detail.replace(/\s+/g, ' ').slice(0, 200) });
  }

  override render(): ReactNode {
    const { detail } = this.state;
    return detail === null ? (
      this.props.children
    ) : (
      <Stopped detail={detail} again={() => this.setState({ detail: null })} />
    );
  }
}

/** @param again draws the panel anew, as it was when it was opened. */
function Stopped({ detail, again }: { detail: string; again(): void }): ReactNode {
  const { Button, Message } = useSkin();
  const { word } = useWords();
  return (
    <div role="alert">
      <Message tone="error" actions={<Button go={again}>{word('broken-again')}</Button>}>
        {word('broken', { detail })}
      </Message>
    </div>
  );
}
