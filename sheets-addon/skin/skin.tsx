/** The panel's primitives in the looks of Google's editors; sidebar.css draws them. */
import type { Look, Skin } from '#panel/skin.ts';
import { Button, SelectField, TextField } from './controls.tsx';
import { Icon } from './icons.tsx';

const LOOKS: Readonly<Record<Look, string>> = {
  list: 'list',
  entry: '',
  current: 'current',
  item: 'item',
  itemHead: 'item-head',
  grow: 'grow',
  what: 'what',
  struck: 'struck',
  detail: 'detail',
  stack: 'stack',
  fields: 'fields',
  pair: 'pair',
  standing: 'standing',
  clip: 'clip',
  figure: 'figure',
  rose: 'rose',
  fell: 'fell',
  dot: 'dot',
  fold: 'fold',
  foldHead: 'fold-head',
  foldBar: 'fold-bar',
  entries: 'entries',
  entryLine: 'entry-line',
  fact: 'fact',
  stepper: 'row stepper',
  pager: 'row pager',
  choice: 'choice',
  paper: 'paper',
  table: 'table',
  heading: 'heading',
  quiet: 'quiet',
  hidden: 'hidden',
};

export const skin: Skin = {
  Button,
  TextField,
  SelectField,
  Text: ({ kind = 'plain', children }) => (
    <p class={kind === 'plain' ? undefined : kind}>
      {kind === 'alert' && <Icon name="warning" />} {children}
    </p>
  ),
  Heading: ({ children }) => <h2>{children}</h2>,
  Card: ({ children }) => <section class="card">{children}</section>,
  Row: ({ children }) => <div class="row">{children}</div>,
  Fold: ({ title, open, children }) => (
    <details class="card folding" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  ),
  Message: ({ tone, title, close, actions, children }) => (
    <div class={`notice ${tone}`}>
      <div class="notice-words">
        {title !== undefined && <strong>{title}</strong>}
        {children}
      </div>
      {close !== undefined && <Button icon="close" look="text" label={close.label} go={close.go} />}
      <div class="row">{actions}</div>
    </div>
  ),
  Chip: ({ pressed, go, children }) => (
    <button type="button" class="chip" aria-pressed={pressed} onClick={go}>
      {children}
    </button>
  ),
  Icon,
  useLooks: () => LOOKS,
  Progress: ({ label, part = null }) => (
    <div class="progress" role="progressbar" aria-label={label} aria-valuenow={part?.done} aria-valuemax={part?.total}>
      <span style={part === null ? undefined : { width: `${(100 * part.done) / part.total}%`, animation: 'none' }} />
    </div>
  ),
};
