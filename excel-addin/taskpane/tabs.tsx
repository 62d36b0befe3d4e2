/** The four parts of the pane as tabs: arrows, Home and End move, one tab stop. Fluent's own would be an eighth of all that is loaded. */
import type { KeyboardEvent, ReactNode } from 'react';
import { useStyles } from './styles.ts';

export interface TabItem<Name extends string> {
  name: Name;
  label: string;
}

interface TabsProps<Name extends string> {
  label: string;
  items: readonly TabItem<Name>[];
  selected: Name;
  /** Id of what the tabs switch. */
  panel: string;
  select(name: Name): void;
}

/** @returns where a key leads from a tab; null where it leads nowhere. */
function target(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

/** A tab's own id, which its panel is labelled by. */
export function tabId(name: string): string {
  return `tab-${name}`;
}

export function Tabs<Name extends string>({ label, items, selected, panel, select }: TabsProps<Name>): ReactNode {
  const styles = useStyles();
  const move = (event: KeyboardEvent, at: number): void => {
    const next = event.altKey || event.ctrlKey || event.metaKey ? null : target(event.key, at, items.length);
    if (next === null) return;
    event.preventDefault();
    const { name } = items[next]!;
    select(name);
    document.getElementById(tabId(name))?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={styles.tabs}>
      {items.map(({ name, label: text }, at) => (
        <button
          key={name}
          id={tabId(name)}
          type="button"
          role="tab"
          className={styles.tab}
          aria-selected={name === selected}
          aria-controls={panel}
          tabIndex={name === selected ? 0 : -1}
          onClick={() => select(name)}
          onKeyDown={(event) => move(event, at)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
