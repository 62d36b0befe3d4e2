/** Formula texts of whole numbers, as short as they can be: 1 × x is x, 0 + x is x. */

const isPlain = (text: string): boolean => !/[-+*/,]/.test(text) || /^-?\d+$/.test(text);
const held = (text: string): string => (isPlain(text) ? text : `(${text})`);
const isNumber = (text: string): boolean => /^-?\d+$/.test(text);

export function times(...factors: readonly string[]): string {
  const numbers = factors.filter(isNumber).map(Number);
  const others = factors.filter((one) => !isNumber(one));
  const product = numbers.reduce((x, y) => x * y, 1);
  if (product === 0) return '0';
  if (!Number.isSafeInteger(product)) return factors.map(held).join('*');
  const parts = product === 1 && others.length > 0 ? others : [String(product), ...others];
  return parts.map(held).join('*');
}

export function plus(left: string, right: string): string {
  if (left === '0') return right;
  if (right === '0') return left;
  return isNumber(left) && isNumber(right) ? String(Number(left) + Number(right)) : `${left}+${held(right)}`;
}

export function minus(left: string, right: string): string {
  return right === '0' ? left : `${left}-${held(right)}`;
}
