/** What just opened takes the keyboard, so that it is heard and the next key acts on it. */
import { useEffect, useRef, type RefObject } from 'react';

/** @param inner what takes it where the thing itself is only around it. */
export function useFirstFocus<T extends HTMLElement>(inner: string | null = null): RefObject<T | null> {
  const ref = useRef<T>(null);
  useEffect(() => {
    const { current } = ref;
    const target = inner === null ? current : current?.querySelector<HTMLElement>(inner);
    current?.scrollIntoView?.({ block: 'nearest' });
    target?.focus({ preventScroll: true });
  }, [inner]);
  return ref;
}
