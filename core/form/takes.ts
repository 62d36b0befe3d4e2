/** What a cell for input takes, with words beside it while it is filled in. */
import { toNumber, toPlain } from '../exact/exact.ts';
import type { FigureName } from '../framework/framework.ts';
import type { MessageId } from '../messages/ids.ts';
import type { Message, Say } from '../messages/message.ts';
import { fitsInline, type BookTaken, type BookValidation } from '../workbook/book.ts';
import type { Area } from '../workbook/picture.ts';
import { HEADERS, mayNotApply, type Asked, type FormColumn } from './columns.ts';
import { listName } from './hidden.ts';
import { NOT_APPLICABLE } from './row.ts';

/** Lists whose items do not fit where they are used; equal ones are one. */
export class Lists {
  readonly items: string[][] = [];

  /** @returns the list as a cell takes it. */
  taken(items: string[]): BookTaken {
    if (fitsInline(items)) return { kind: 'list', items };
    const key = items.join('\n');
    const same = this.items.findIndex((list) => list.join('\n') === key);
    return { kind: 'list', items: { name: listName(same >= 0 ? same : this.items.push(items) - 1) } };
  }
}

/** @returns what the cell of a column takes for an indicator. */
export function validationOf(area: Area, column: FormColumn, asked: Asked, lists: Lists, say: Say): BookValidation {
  const { indicator, needs } = asked;
  const words = (id: MessageId, args: Message['args'] = {}): { title: string; text: string } => ({
    title: `${indicator.code} · ${HEADERS[column]}`,
    text: say({ id, args }),
  });
  if (column === 'choice') {
    return {
      ...lists.taken([...needs.labels, ...(mayNotApply(asked) ? [NOT_APPLICABLE] : [])]),
      area,
      prompt: words('form.prompt-choice'),
      error: words('form.error-choice'),
      // Several labels in one cell are no entry of the list.
      strict: needs.choice !== 'parts',
    };
  }
  const rest = { area, error: words('form.error-number'), strict: true, kind: 'decimal', least: 0 } as const;
  const { maximum, role, labels } = indicator;
  if (column === 'points') {
    const bounded = role === 'points' && maximum !== null;
    const prompt = bounded
      ? words('form.prompt-points', { maximum: { decimal: toPlain(maximum) } })
      : words('form.prompt-amount');
    return { ...rest, most: bounded ? toNumber(maximum) : null, prompt };
  }
  const figure = column as FigureName;
  const rate = needs.rates.includes(figure);
  const prompt = words(rate ? 'form.prompt-rate' : 'form.prompt-figure');
  const name = labels[figure] ?? '';
  return {
    ...rest,
    most: rate ? 1 : null,
    prompt: name === '' ? prompt : { ...prompt, text: `${name}. ${prompt.text}` },
  };
}
