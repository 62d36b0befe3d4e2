/** The panel's primitives in Fluent UI, as Office draws its own panes. */
import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  Select,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ButtonProps, SelectFieldProps, Skin, TextFieldProps } from '#panel/skin.ts';
import { Icon } from './icons.tsx';
import { useStyles } from './styles.ts';

const APPEARANCE = { filled: 'primary', outlined: 'secondary', text: 'transparent' } as const;

// Buttons that start a job keep the keyboard's focus while it runs: disabledFocusable, not disabled.
function SkinButton({
  look = 'outlined',
  small,
  submit,
  stuck,
  label,
  icon,
  expanded,
  go,
  children,
}: ButtonProps): ReactNode {
  const styles = useStyles();
  return (
    <Button
      appearance={APPEARANCE[look]}
      size={small === true ? 'small' : 'medium'}
      type={submit === true ? 'submit' : 'button'}
      disabledFocusable={stuck === true}
      aria-label={label}
      aria-expanded={expanded}
      {...(icon === undefined
        ? { className: look === 'text' ? styles.link : undefined }
        : { icon: <Icon name={icon} />, title: label })}
      onClick={go}
    >
      {children}
    </Button>
  );
}

const wordsOf = ({ label, hint = '', wrong = '' }: TextFieldProps | SelectFieldProps) => ({
  label,
  hint: hint === '' ? undefined : hint,
  ...(wrong === '' ? {} : { validationMessage: wrong }),
});

export const skin: Skin = {
  Button: SkinButton,
  TextField: (props) => (
    <Field {...wordsOf(props)} required={props.required === true}>
      <Input
        type={props.search === true ? 'search' : 'text'}
        value={props.value}
        placeholder={props.placeholder}
        onChange={(_, { value }) => props.change(value)}
      />
    </Field>
  ),
  SelectField: (props) => (
    <Field {...wordsOf(props)}>
      <Select value={props.value} onChange={(_, { value }) => props.change(value)}>
        {props.options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  ),
  Text: ({ kind = 'plain', children }) => {
    const styles = useStyles();
    return (
      <p className={styles[kind]}>
        {kind === 'alert' && <Icon name="warning" />} {children}
      </p>
    );
  },
  Heading: ({ children }) => <h2 className={useStyles().heading}>{children}</h2>,
  Card: ({ children }) => <section className={useStyles().card}>{children}</section>,
  Row: ({ children }) => <div className={useStyles().row}>{children}</div>,
  Fold: ({ title, open, children }) => {
    const styles = useStyles();
    return (
      <details className={styles.card} open={open}>
        <summary tabIndex={0} className={styles.heading}>
          {title}
        </summary>
        {children}
      </details>
    );
  },
  Message: ({ tone, title, close, actions, children }) => (
    <MessageBar intent={tone} layout="multiline">
      <MessageBarBody>
        {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>}
        {children}
      </MessageBarBody>
      <MessageBarActions
        {...(close === undefined
          ? {}
          : {
              containerAction: (
                <Button
                  size="small"
                  appearance="transparent"
                  aria-label={close.label}
                  title={close.label}
                  icon={<Icon name="close" />}
                  onClick={close.go}
                />
              ),
            })}
      >
        {actions}
      </MessageBarActions>
    </MessageBar>
  ),
  Chip: ({ pressed, go, children }) => (
    <button type="button" className={useStyles().chip} aria-pressed={pressed} onClick={go}>
      {children}
    </button>
  ),
  Icon,
  useLooks: useStyles,
  Progress: ({ label, part = null }) => (
    <ProgressBar aria-label={label} {...(part === null ? {} : { value: part.done, max: part.total })} />
  ),
};
