/** The key that leads back from what was opened in the panel. */
import type { KeyboardEvent } from 'react';

/** @returns what to do with a pressed key: Escape alone leads back, any other goes on. */
export function onEscape(leave: () => void): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    if (event.key !== 'Escape' || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // In Excel the key leads out of the panel otherwise.
    event.preventDefault();
    event.stopPropagation();
    leave();
  };
}
