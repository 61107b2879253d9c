import { PasswordInput, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { given } from '../ui/given.ts';
import { type FieldProps, useBinding } from './binding.ts';
import { lookOf } from './field-look.tsx';

interface TextFieldProps extends FieldProps<string> {
  kind?: 'text' | 'email' | 'tel' | 'url' | 'search' | undefined;
  /** So that the browser can fill it in: `email`, `name`, `organization`, `one-time-code`. */
  autoComplete?: string | undefined;
  /** An example, never the label. */
  example?: string | undefined;
  before?: ReactNode | undefined;
  after?: ReactNode | undefined;
  autoFocus?: boolean | undefined;
}

export function TextField(props: TextFieldProps) {
  const bound = useBinding(props, '');
  return (
    <TextInput
      type={props.kind ?? 'text'}
      value={bound.value}
      onChange={(event) => bound.set(event.currentTarget.value)}
      {...lookOf(props, bound)}
      {...given({
        autoComplete: props.autoComplete ?? 'off',
        placeholder: props.example,
        leftSection: props.before,
        rightSection: props.after,
        'data-autofocus': props.autoFocus,
        autoFocus: props.autoFocus,
      })}
    />
  );
}

interface TextAreaProps extends FieldProps<string> {
  rows?: number | undefined;
  example?: string | undefined;
}

/** Grows with what is written. */
export function TextArea(props: TextAreaProps) {
  const bound = useBinding(props, '');
  return (
    <Textarea
      autosize
      minRows={props.rows ?? 3}
      maxRows={24}
      value={bound.value}
      onChange={(event) => bound.set(event.currentTarget.value)}
      {...lookOf(props, bound)}
      {...given({ placeholder: props.example })}
    />
  );
}

interface PasswordFieldProps extends FieldProps<string> {
  /** A new one, or the one there is? Password managers ask. */
  fresh?: boolean | undefined;
}

export function PasswordField(props: PasswordFieldProps) {
  const t = useTexts(shared);
  const bound = useBinding(props, '');
  return (
    <PasswordInput
      value={bound.value}
      onChange={(event) => bound.set(event.currentTarget.value)}
      autoComplete={props.fresh ? 'new-password' : 'current-password'}
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
      {...lookOf(props, bound)}
    />
  );
}
