/** The colours of the bars that panes draw. */

/** Colours of pillars in bars, apart in light and dark and with 3:1 against both; the words beside them never need the colour. */
export const PILLAR_COLOURS = [
  '#4A7FC4',
  '#B8692E',
  '#3F8A5B',
  '#9068BC',
  '#C2557A',
  '#2F8794',
  '#8A7A2B',
  '#6F7B89',
  '#C7524A',
  '#5F8230',
  '#B0589E',
  '#A36E55',
];
