/** A row of a long list that is pressed: one of them is a tab stop, arrows lead to the others. */
import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { useStyles } from '../skin/styles.ts';

interface RowButtonProps {
  current: boolean;
  /** The one row that Tab reaches. */
  reachable: boolean;
  /** True: the current row takes the focus once it is in the document. */
  focus: RefObject<boolean>;
  open(): void;
  move(by: 1 | -1): void;
  children: ReactNode;
}

export function RowButton({ current, reachable, focus, open, move, children }: RowButtonProps): ReactNode {
  const styles = useStyles();
  const button = useRef<HTMLButtonElement>(null);
  // After every drawing: a row far away comes into the document only once the list has scrolled to it.
  useLayoutEffect(() => {
    if (!current || !focus.current) return;
    focus.current = false;
    button.current?.focus({ preventScroll: true });
  });
  return (
    <button
      ref={button}
      type="button"
      className={styles.item}
      tabIndex={reachable ? 0 : -1}
      aria-current={current}
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
