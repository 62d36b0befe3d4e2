/** How cells look while a formula is true. */
import type { BookCondition } from '#core/workbook/book';
import { areaA1 } from './areas.ts';
import { formulaText } from './formula-xml.ts';
import type { StyleBook } from './styles.ts';

/** @returns the conditionalFormatting of a sheet, '' where it has none; the first rule goes first. */
export function conditionsXml(list: readonly BookCondition[], styles: StyleBook): string {
  return list
    .map(
      ({ area, formula, style }, i) =>
        `<conditionalFormatting sqref="${areaA1(area)}"><cfRule type="expression" dxfId="${styles.difference(style)}" priority="${i + 1}">` +
        `<formula>${formulaText(formula)}</formula></cfRule></conditionalFormatting>`,
    )
    .join('');
}
