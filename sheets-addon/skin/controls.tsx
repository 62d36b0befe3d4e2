/** The controls of the sidebar, in the looks of Google's editors. */
import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { IconName } from '#panel/skin.ts';
import { Icon } from './icons.tsx';

interface ButtonProps {
  /** `filled`: the one thing to do here. */
  look?: 'filled' | 'outlined' | 'text';
  submit?: boolean;
  /** Stays reachable by keyboard: whoever is on it must not lose their place while something runs. */
  stuck?: boolean;
  label?: string;
  icon?: IconName;
  expanded?: boolean;
  go?(): void;
  children?: ComponentChildren;
}

export function Button({
  look = 'outlined',
  submit,
  stuck,
  label,
  icon,
  expanded,
  go,
  children,
}: ButtonProps): JSX.Element {
  return (
    <button
      type={submit === true ? 'submit' : 'button'}
      class={`button ${look} ${icon === undefined ? '' : 'icon-button'}`}
      aria-disabled={stuck === true ? 'true' : undefined}
      aria-label={label}
      title={icon === undefined ? undefined : label}
      aria-expanded={expanded}
      onClick={(event) => {
        if (stuck === true) event.preventDefault();
        else go?.();
      }}
    >
      {icon === undefined ? children : <Icon name={icon} />}
    </button>
  );
}

interface FieldProps {
  label: string;
  hint?: string;
  /** Why what stands there can't be taken. */
  wrong?: string;
  children(ids: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': boolean | undefined;
  }): JSX.Element;
}

/** A label over its control. */
export function Field({ label, hint = '', wrong = '', children }: FieldProps): JSX.Element {
  const id = useId();
  const described = [hint === '' ? '' : `${id}-hint`, wrong === '' ? '' : `${id}-wrong`].filter((one) => one !== '');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': wrong === '' ? undefined : true,
      })}
      {hint !== '' && (
        <span class="quiet" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {wrong !== '' && (
        <span class="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </span>
      )}
    </div>
  );
}

interface TextFieldProps extends Omit<FieldProps, 'children'> {
  value: string;
  search?: boolean;
  placeholder?: string;
  required?: boolean;
  change(value: string): void;
}

export function TextField({ value, search, placeholder, required, change, ...field }: TextFieldProps): JSX.Element {
  return (
    <Field {...field}>
      {(ids) => (
        <input
          {...ids}
          type={(search === true ? 'search' : 'text') as 'text'}
          value={value}
          placeholder={placeholder}
          aria-required={required}
          autocomplete="off"
          onInput={({ currentTarget }) => change(currentTarget.value)}
        />
      )}
    </Field>
  );
}

export interface Option {
  value: string;
  text: string;
}

interface SelectFieldProps extends Omit<FieldProps, 'children'> {
  value: string;
  options: readonly Option[];
  change(value: string): void;
}

export function SelectField({ value, options, change, ...field }: SelectFieldProps): JSX.Element {
  return (
    <Field {...field}>
      {(ids) => (
        <select {...ids} value={value} onChange={({ currentTarget }) => change(currentTarget.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
