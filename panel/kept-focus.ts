/** The keyboard is never lost: a button that is switched off or goes while it has the focus leaves it to the part it stood in. */
import { useEffect, type RefObject } from 'react';

/**
 * Gives the focus to `place` (a stop of the Tab key) where it would lie nowhere: in Excel on the web office.js takes the Tab key for
 * itself, and from what is no stop it leads out of the pane.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const keep = (): void => {
      if (document.hasFocus() && document.activeElement === document.body)
        place.current?.focus({ preventScroll: true });
    };
    // Only afterwards is it known where the focus went.
    const lost = (): void => void setTimeout(keep, 0);
    // What is taken away says nothing: then the next key comes first.
    const pressed = (event: KeyboardEvent): void => {
      if (event.key === 'Tab') keep();
    };
    document.addEventListener('focusout', lost);
    window.addEventListener('keydown', pressed, true);
    return () => {
      document.removeEventListener('focusout', lost);
      window.removeEventListener('keydown', pressed, true);
    };
  }, [place]);
}
