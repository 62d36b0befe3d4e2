/** Whether two plain values hold the same. */

/** @returns whether two values of plain JSON are alike, whatever the order of their fields. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    // A loop: a workbook has a million cells.
    for (let at = 0; at < one.length; at += 1) if (!isSame(one[at], other[at])) return false;
    return true;
  }
  const names = Object.keys(one);
  if (Array.isArray(other) || names.length !== Object.keys(other).length) return false;
  for (const name of names)
    if (!(name in other) || !isSame((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]))
      return false;
  return true;
}
