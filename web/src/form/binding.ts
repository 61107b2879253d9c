import { type ReactNode, useSyncExternalStore } from 'react';
import { useFormStore } from './use-form.ts';

/** What every field takes. Inside a `<Form>` it's bound by `name`; outside, by `value` and `onChange`. */
export interface FieldProps<T> {
  label: string;
  name?: string | undefined;
  value?: T | undefined;
  onChange?: ((value: T) => void) | undefined;
  /** What to write here and why, under the label. */
  hint?: ReactNode | undefined;
  /** A `<HelpHint>`, beside the label. */
  help?: ReactNode | undefined;
  error?: string | undefined;
  disabled?: boolean | undefined;
  /** Known from the schema inside a form. */
  required?: boolean | undefined;
  /** For places where the label can be read from what stands around (a search box, a cell). It's still said. */
  hideLabel?: boolean | undefined;
}

export interface Binding<T> {
  value: T;
  set: (value: T) => void;
  leave: () => void;
  error: string | undefined;
  required: boolean;
}

const nowhere = () => () => {};

/** The value, error and setter of a field, from the form or from its props. */
export function useBinding<T>(props: Omit<FieldProps<T>, 'label'>, empty: T): Binding<T> {
  const store = useFormStore();
  const { name, onChange } = props;
  const bound = store && name !== undefined && props.value === undefined ? store : null;
  const state = useSyncExternalStore(bound?.subscribe ?? nowhere, () => bound?.state ?? null);
  const value = (bound && name !== undefined && state ? (bound.get(name) ?? empty) : (props.value ?? empty)) as T;
  return {
    value,
    error: props.error ?? (name === undefined ? undefined : state?.errors[name]?.message),
    required: props.required ?? (!!bound && name !== undefined && bound.required(name)),
    set: (next) => {
      if (bound && name !== undefined) bound.set(name, next);
      onChange?.(next);
    },
    leave: () => {
      if (bound && name !== undefined) bound.judge(name);
    },
  };
}
