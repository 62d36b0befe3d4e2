/** Texts with a link: built on the script's side, then set into cells. */
import type { Gate } from './gate.ts';

export class RichTextValueImpl {
  readonly kind = 'RichTextValue';
  readonly _text: string;
  readonly _link: string | null;

  constructor(text: string, link: string | null) {
    this._text = text;
    this._link = link;
  }
}

export class RichTextValueBuilderImpl {
  readonly kind = 'RichTextValueBuilder';
  readonly _gate: Gate;
  _text = '';
  _link: string | null = null;

  constructor(gate: Gate) {
    this._gate = gate;
  }
  setText(text: string): this {
    this._text = text;
    return this;
  }
  setLinkUrl(link: unknown, ...rest: unknown[]): this {
    if (rest.length > 0) this._gate.fail('not in the fake yet: a link on part of a text');
    this._link = link as string | null;
    return this;
  }
  build(): RichTextValueImpl {
    return new RichTextValueImpl(this._text, this._link);
  }
}
