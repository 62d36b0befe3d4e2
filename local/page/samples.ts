/** Workbooks that the page offers; the first is opened at once: it has things to mend, which shows what the product is for. */
export const SAMPLES = [
  { id: 'arrived', file: 'so-nganh-can-sua.xlsx' },
  { id: 'departments', file: 'so-nganh-21x40.xlsx' },
  { id: 'districts', file: 'cap-huyen-11x64.xlsx' },
  { id: 'communes', file: 'cap-xa-95x62.xlsx' },
  { id: 'real', file: 'can-giuoc-2025.xlsx' },
  { id: 'faults', file: 'moi-loi.xlsx' },
] as const;

export type SampleId = (typeof SAMPLES)[number]['id'];

/** @returns the sample that the page's address asks for (`?sample=districts`), else the first. */
export function sampleAsked(query: string): SampleId {
  const asked = new URLSearchParams(query).get('sample');
  return (SAMPLES.find(({ id }) => id === asked) ?? SAMPLES[0]).id;
}
