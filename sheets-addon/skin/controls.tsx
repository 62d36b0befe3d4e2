/** The controls of the sidebar, in the looks of Google's editors. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { ButtonProps, SelectFieldProps, TextFieldProps } from '#panel/skin.ts';
import { Icon } from './icons.tsx';

export function Button(props: ButtonProps): JSX.Element {
  const { look = 'outlined', label, icon } = props;
  return (
    <button
      type={props.submit === true ? 'submit' : 'button'}
      class={`button ${look} ${icon === undefined ? '' : 'icon-button'}`}
      aria-disabled={props.stuck === true ? 'true' : undefined}
      aria-label={label}
      title={icon === undefined ? undefined : label}
      aria-expanded={props.expanded}
      onClick={(event) => {
        if (props.stuck === true) event.preventDefault();
        else props.go?.();
      }}
    >
      {icon === undefined ? props.children : <Icon name={icon} />}
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
