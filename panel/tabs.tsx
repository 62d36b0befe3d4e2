/** The parts of the panel as tabs: arrows, Home and End move, one tab stop. */
import type { KeyboardEvent, ReactNode } from 'react';

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
  /** Class names: a row of tabs is the same everywhere, its look is not. */
  looks: { tabs: string; tab: string };
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

export function Tabs<Name extends string>({
  label,
  items,
  selected,
  panel,
  looks,
  select,
}: TabsProps<Name>): ReactNode {
  const move = (event: KeyboardEvent<HTMLButtonElement>, at: number): void => {
    const next = event.altKey || event.ctrlKey || event.metaKey ? null : target(event.key, at, items.length);
    if (next === null) return;
    event.preventDefault();
    const { name } = items[next]!;
    select(name);
    document.getElementById(tabId(name))?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={looks.tabs}>
      {items.map(({ name, label: text }, at) => (
        <button
          key={name}
          id={tabId(name)}
          type="button"
          role="tab"
          className={looks.tab}
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
