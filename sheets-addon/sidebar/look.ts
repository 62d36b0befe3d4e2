/** Light or dark: the person's choice, else what the device prefers. */
import { useLayoutEffect, useState } from 'preact/hooks';

export type Look = 'auto' | 'light' | 'dark';
export const LOOKS: readonly Look[] = ['auto', 'light', 'dark'];

const KEY = 'nghin-diem.look';

function kept(): Look {
  try {
    return LOOKS.find((one) => one === localStorage.getItem(KEY)) ?? 'auto';
  } catch {
    // Google's frame may be refused a store: the choice then holds until the sidebar is closed.
    return 'auto';
  }
}

/** @returns the choice, and how to change it. */
export function useLook(): [Look, (look: Look) => void] {
  const [look, setLook] = useState(kept);
  // Before anything is seen: the other look never flashes up.
  useLayoutEffect(() => {
    document.documentElement.dataset['look'] = look;
  }, [look]);
  return [
    look,
    (next) => {
      setLook(next);
      try {
        localStorage.setItem(KEY, next);
      } catch {
        // As above.
      }
    },
  ];
}
