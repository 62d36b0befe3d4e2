/** Small drawings of our own: letters like ⛔ or ↓ are missing from some machines' fonts. Shapes differ, not only colours. */
import type { ReactNode } from 'react';
import type { IconName } from '#panel/skin.ts';

const SHAPES = {
  up: <path d="M8 13V3M3.5 7.5 8 3l4.5 4.5" />,
  down: <path d="M8 3v10M3.5 8.5 8 13l4.5-4.5" />,
  left: <path d="M13 8H3M7.5 3.5 3 8l4.5 4.5" />,
  right: <path d="M3 8h10M8.5 3.5 13 8l-4.5 4.5" />,
  waived: <path d="M2.5 8.5l3.5 3.5 7.5-8" />,
  close: <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />,
  error: <path d="M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3zM5.5 5.5l5 5M10.5 5.5l-5 5" />,
  warning: <path d="M8 1.8 15 14H1zM8 6v4M8 11.6v.9" />,
  note: <path d="M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM8 7.2v4.3M8 4.5v.9" />,
} as const satisfies Record<IconName, ReactNode>;

/** @returns a drawing of 16 × 16 in the colour of the text; for screen readers the words beside it stand. */
export function Icon({ name }: { name: IconName }): ReactNode {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
      focusable="false"
      style={{ flexShrink: 0, alignSelf: 'center' }}
    >
      {SHAPES[name]}
    </svg>
  );
}
