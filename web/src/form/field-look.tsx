import type { ReactNode } from 'react';
import { given } from '../ui/given.ts';
import type { Binding, FieldProps } from './binding.ts';

/** Label, hint, error and state, in the component library's words. */
export function lookOf<T>(props: FieldProps<T>, bound: Binding<T>) {
  const label: ReactNode = props.help ? (
    <span className="field-label">
      {props.label}
      {props.help}
    </span>
  ) : (
    props.label
  );
  return given({
    label: props.hideLabel ? undefined : label,
    'aria-label': props.hideLabel || props.help ? props.label : undefined,
    description: props.hint,
    error: bound.error,
    disabled: props.disabled,
    required: bound.required || undefined,
    name: props.name,
    onBlur: bound.leave,
  });
}
