/** Workbooks that the page offers; the first is opened at once. */
export const SAMPLES = [
  { id: 'departments', file: 'so-nganh-21x40.xlsx' },
  { id: 'districts', file: 'cap-huyen-11x64.xlsx' },
  { id: 'communes', file: 'cap-xa-95x62.xlsx' },
  { id: 'real', file: 'can-giuoc-2025.xlsx' },
  { id: 'faults', file: 'moi-loi.xlsx' },
] as const;

export type SampleId = (typeof SAMPLES)[number]['id'];
