/** A list that is worked by arrows: one tab stop, the row that has it stays in sight. */
import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface RowProps {
  isCurrent: boolean;
  isReachable: boolean;
  /** Set: the row that becomes current takes the keyboard. */
  focus: { current: boolean };
  open(): unknown;
  move(by: 1 | -1): void;
  children: ComponentChildren;
}

export function Row({ isCurrent, isReachable, focus, open, move, children }: RowProps): JSX.Element {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (!isCurrent) return;
    // The finding below its row as far as it fits, the row itself in any case.
    button.current?.parentElement?.scrollIntoView({ block: 'nearest' });
    button.current?.scrollIntoView({ block: 'nearest' });
    if (!focus.current) return;
    focus.current = false;
    button.current?.focus({ preventScroll: true });
  }, [isCurrent, focus]);
  return (
    <button
      ref={button}
      type="button"
      class="item"
      tabIndex={isReachable ? 0 : -1}
      aria-current={isCurrent}
      onClick={open}
      onKeyDown={(event) => {
        if (event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
        event.preventDefault();
        move(event.key === 'ArrowDown' ? 1 : -1);
      }}
    >
      {children}
    </button>
  );
}
