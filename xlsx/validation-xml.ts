/** What a cell of a book takes, and what it says to who fills it in. */
import { fitsInline, type BookName, type BookValidation } from '#core/workbook/book';
import { areaA1 } from './areas.ts';
import { escapeText } from './text.ts';
import { escapeXml } from './markup.ts';

/** Excel repairs a file with longer ones. */
const TITLE = 32;
const TEXT = 255;
/** The largest number that a cell can hold. */
const LARGEST = '9.99999999999999E+307';

/** @returns a text of at most `most` characters: cut behind a word, with an ellipsis; a letter is never parted from its marks. */
export function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = text.slice(0, most - 1);
  const isWhole = /\s/.test(text.charAt(most - 1));
  const words = isWhole ? room : room.replace(/\s+\S*$/, '');
  if (isWhole || words.length < room.length) {
    const kept = words.trimEnd();
    if (kept !== '') return `${kept}…`;
  }
  let end = most - 1;
  while (end > 0 && /^(?:[\udc00-\udfff]|\p{M})/u.test(text.slice(end))) end -= 1;
  return `${text.slice(0, end)}…`;
}

/** @returns a text as an attribute holds it: a line break stays one. */
function attributeText(text: string): string {
  return escapeText(text.replace(/\r\n?/g, '\n')).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

function said(name: string, text: string, most: number): string {
  const cut = cutAtWord(text.normalize('NFC').trim(), most);
  return cut === '' ? '' : ` ${name}="${attributeText(cut)}"`;
}

/** The attributes that say of what kind it is, and the formulas inside. */
type Kind = [attributes: string, formulas: string];

function listKind(items: readonly string[] | { name: string }, names: ReadonlySet<string>): Kind {
  if ('name' in items) {
    if (!names.has(items.name.toLowerCase())) throw new RangeError(`no name ${items.name} for a list`);
    return [' type="list"', `<formula1>${escapeXml(items.name)}</formula1>`];
  }
  if (!fitsInline(items)) throw new RangeError('a list that needs cells and a name');
  return [' type="list"', `<formula1>"${escapeXml(items.join(','))}"</formula1>`];
}

function bound(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('a bound that is no number');
  return String(value).toUpperCase();
}

function numberKind(kind: 'decimal' | 'whole', least: number | null, most: number | null): Kind {
  const one = (operator: string, value: number): Kind => [
    ` type="${kind}" operator="${operator}"`,
    `<formula1>${bound(value)}</formula1>`,
  ];
  if (most === null && least !== null) return one('greaterThanOrEqual', least);
  if (least === null && most !== null) return one('lessThanOrEqual', most);
  const from = least === null ? `-${LARGEST}` : bound(least);
  const to = most === null ? LARGEST : bound(most);
  return [` type="${kind}"`, `<formula1>${from}</formula1><formula2>${to}</formula2>`];
}

function validationXml(one: BookValidation, names: ReadonlySet<string>): string {
  const [type, formulas] = one.kind === 'list' ? listKind(one.items, names) : numberKind(one.kind, one.least, one.most);
  return (
    `<dataValidation${type}${one.strict ? '' : ' errorStyle="warning"'} allowBlank="1" showInputMessage="1" showErrorMessage="1"` +
    said('errorTitle', one.error.title, TITLE) +
    said('error', one.error.text, TEXT) +
    said('promptTitle', one.prompt.title, TITLE) +
    said('prompt', one.prompt.text, TEXT) +
    ` sqref="${areaA1(one.area)}">${formulas}</dataValidation>`
  );
}

/** @returns the dataValidations of a sheet, '' where it has none. Throws RangeError for a list that cannot be written. */
export function validationsXml(list: readonly BookValidation[], names: readonly BookName[]): string {
  if (list.length === 0) return '';
  const known = new Set(names.map((one) => one.name.toLowerCase()));
  const all = list.map((one) => validationXml(one, known)).join('');
  return `<dataValidations count="${list.length}">${all}</dataValidations>`;
}
