/** A serial day as people here write it. */

/** Last day that spreadsheets know: 31/12/9999. */
const LAST = 2_958_465;

/** @returns "15/03/2023" for serial 45000 (1900 system), whatever the order in the cell's own format; null where it is no day. */
export function dateText(serial: number): string | null {
  const day = Math.floor(serial);
  // Day 60 is 29/02/1900, which never was; before it the serial is one too small.
  if (!(day >= 1 && day <= LAST) || day === 60) return null;
  // Days since 1/3/0000, so that the leap day ends a year.
  const days = day + (day < 60 ? 1 : 0) + 693_899;
  const era = Math.floor(days / 146_097);
  const inEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * inYear + 2) / 153);
  const date = inYear - Math.floor((153 * month + 2) / 5) + 1;
  const calendar = month < 10 ? month + 3 : month - 9;
  const year = yearOfEra + era * 400 + (calendar <= 2 ? 1 : 0);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(date)}/${two(calendar)}/${year}`;
}
