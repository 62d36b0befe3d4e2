/** The last net: whatever breaks while drawing leaves words, never an empty panel. */
import { Component, type ComponentChildren } from 'preact';
import type { Language } from '#core/messages/message';
import { wordsIn } from './words.ts';

interface Props {
  language: Language;
  children: ComponentChildren;
}

export class Broken extends Component<Props, { detail: string | null }> {
  override state: { detail: string | null } = { detail: null };

  override componentDidCatch(error: unknown): void {
    const words = error instanceof Error ? error.message : String(error);
    this.setState({ detail: words.replace(/\s+/g, ' ').slice(0, 200) });
  }

  override render({ language, children }: Props): ComponentChildren {
    const { detail } = this.state;
    if (detail === null) return children;
    return (
      <p class="notice error" role="alert">
        {wordsIn(language)('sidebar.broken', { detail })}
      </p>
    );
  }
}
