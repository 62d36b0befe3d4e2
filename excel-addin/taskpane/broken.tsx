/** Stands where the pane would be when drawing it failed: plain words instead of an empty page. */
import { Component, type ReactNode } from 'react';
import type { Language } from '#core/messages/message';
import { wordsIn } from './words.ts';

interface BrokenProps {
  language: Language;
  children: ReactNode;
}

export class Broken extends Component<BrokenProps, { detail: string | null }> {
  override state: { detail: string | null } = { detail: null };

  static getDerivedStateFromError(error: unknown): { detail: string } {
    return { detail: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { detail } = this.state;
    if (detail === null) return this.props.children;
    return (
      <p role="alert" style={{ margin: '20px' }}>
        {wordsIn(this.props.language)('broken', { detail })}
      </p>
    );
  }
}
