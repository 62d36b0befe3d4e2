/** Number formats: the built-in ones by id, and which are dates. */
const BUILT_IN: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '$#,##0;($#,##0)',
  6: '$#,##0;[Red]($#,##0)',
  7: '$#,##0.00;($#,##0.00)',
  8: '$#,##0.00;[Red]($#,##0.00)',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
  42: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
  44: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** @returns the format code of a built-in id; null for General and ids that have none. */
export function builtInFormat(id: number): string | null {
  // 27–36 and 50–58 are dates in East Asian locales.
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'm/d/yyyy';
  return BUILT_IN[id] ?? null;
}

/** @returns the built-in id of a format code; null where it needs a number of its own. */
export function builtInId(code: string): number | null {
  if (code === 'General') return 0;
  const hit = Object.entries(BUILT_IN).find(
    ([id, known]) => known === code && ![5, 6, 7, 8, 14, 22].includes(Number(id)),
  );
  return hit === undefined ? null : Number(hit[0]);
}
