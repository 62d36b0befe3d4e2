/** The dozen things that every screen is made of. A skin draws them in the look of its home. */
import { createContext, useContext, type ComponentType, type ReactNode } from 'react';
import type { Tone } from './said.ts';

/** Small drawings; what they mean always stands beside them in words. */
export type IconName = 'up' | 'down' | 'left' | 'right' | 'close' | 'error' | 'warning' | 'note' | 'waived';

export interface ButtonProps {
  /** `filled`: the one thing to do here · `text`: leads somewhere. */
  look?: 'filled' | 'outlined' | 'text';
  small?: boolean;
  submit?: boolean;
  /** Stays reachable by keyboard: whoever is on it must not lose their place while something runs. */
  stuck?: boolean;
  /** For screen readers, where it says more than what stands on it. */
  label?: string;
  /** Drawn in the words' place; `label` says what it does. */
  icon?: IconName;
  /** It opens something below it. */
  expanded?: boolean;
  go?(): void;
  children?: ReactNode;
}

interface FieldProps {
  label: string;
  hint?: string;
  /** Why what stands there can't be taken. */
  wrong?: string;
  value: string;
  change(value: string): void;
}

export interface TextFieldProps extends FieldProps {
  placeholder?: string;
  required?: boolean;
  search?: boolean;
}

export interface SelectFieldProps extends FieldProps {
  options: readonly { value: string; text: string }[];
}

export interface TextProps {
  /** `quiet`: an aside · `alert`: stands out, with a sign of warning. */
  kind?: 'plain' | 'quiet' | 'alert';
  children: ReactNode;
}

export interface FoldProps {
  title: string;
  open: boolean;
  children: ReactNode;
}

export interface MessageProps {
  tone: Tone;
  title?: string;
  /** Closes it; absent: it stays. */
  close?: { label: string; go(): void };
  actions?: ReactNode;
  children: ReactNode;
}

/** One of several that narrow a list. */
export interface ChipProps {
  pressed: boolean;
  go(): void;
  children: ReactNode;
}

/** What screens draw in plain elements has its looks from the skin all the same. */
export type Look =
  | 'list'
  | 'entry'
  | 'current'
  | 'item'
  | 'itemHead'
  | 'grow'
  | 'what'
  | 'struck'
  | 'detail'
  | 'stack'
  | 'fields'
  | 'pair'
  | 'standing'
  | 'clip'
  | 'figure'
  | 'rose'
  | 'fell'
  | 'dot'
  | 'fold'
  | 'foldHead'
  | 'foldBar'
  | 'entries'
  | 'entryLine'
  | 'fact'
  | 'stepper'
  | 'pager'
  | 'choice'
  | 'paper'
  | 'table'
  | 'heading'
  | 'quiet'
  | 'hidden';

export interface ProgressProps {
  label: string;
  /** How far it is; absent: nobody can tell. */
  part?: { done: number; total: number } | null;
}

interface Holder {
  children: ReactNode;
}

export interface Skin {
  Button: ComponentType<ButtonProps>;
  TextField: ComponentType<TextFieldProps>;
  SelectField: ComponentType<SelectFieldProps>;
  Text: ComponentType<TextProps>;
  Heading: ComponentType<Holder>;
  Card: ComponentType<Holder>;
  Row: ComponentType<Holder>;
  Fold: ComponentType<FoldProps>;
  Message: ComponentType<MessageProps>;
  Chip: ComponentType<ChipProps>;
  Icon: ComponentType<{ name: IconName }>;
  /** A hook. @returns class names. */
  useLooks(): Readonly<Record<Look, string>>;
  Progress: ComponentType<ProgressProps>;
}

const SkinContext = createContext<Skin | null>(null);

export const SkinProvider = SkinContext.Provider;

/** @returns the primitives of the home that the screen is drawn in. */
export function useSkin(): Skin {
  const skin = useContext(SkinContext);
  if (skin === null) throw new Error('no skin is given');
  return skin;
}
