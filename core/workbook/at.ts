/** Lists that must have what is asked of them. */

/** @returns the item at a place; throws where the list has none. */
export function at<Item>(list: readonly Item[], place: number): Item {
  const item = list[place];
  if (item === undefined) throw new RangeError(`nothing at ${place} of ${list.length}`);
  return item;
}
