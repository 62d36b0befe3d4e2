/** A thin bar: pieces side by side on a track. What it shows always stands beside it in words. */
import type { ReactNode } from 'react';
import { PILLAR_COLOURS } from '#core/view/pillar-colours';

/** @returns the colour of a main indicator by its place among those that give points. */
export function colourOf(place: number): string {
  return PILLAR_COLOURS[place % PILLAR_COLOURS.length]!;
}

interface BarProps {
  /** How long the track is, 0 … 1. */
  reach: number;
  pieces: readonly { colour: string; fraction: number }[];
}

export function Bar({ reach, pieces }: BarProps): ReactNode {
  let x = 0;
  return (
    <svg
      viewBox="0 0 100 4"
      width="100%"
      height="4"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
      style={{ display: 'block', flexShrink: 0 }}
    >
      <rect x="0" y="0" width={reach * 100} height="4" fill="currentColor" opacity="0.18" />
      {pieces.map(({ colour, fraction }, at) => {
        const from = x;
        x += fraction * 100;
        return <rect key={at} x={from} y="0" width={fraction * 100} height="4" fill={colour} />;
      })}
    </svg>
  );
}
