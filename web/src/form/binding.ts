import { type ReactNode, useSyncExternalStore } from 'react';
import type { FormState } from './form-store.ts';
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

/** At a field stands its own error, or the first of its items: `domains.0` at `domains`. */
function errorAt(state: FormState | null, name: string): string | undefined {
  if (!state) return undefined;
  const ofItem = Object.keys(state.errors).find((path) => path.startsWith(`${name}.`));
  return (state.errors[name] ?? (ofItem === undefined ? undefined : state.errors[ofItem]))?.message;
}

/** The value, error and setter of a field, from the form or from its props. A field with a name and a value of its own has the form's errors. */
export function useBinding<T>(props: Omit<FieldProps<T>, 'label'>, empty: T): Binding<T> {
  const store = useFormStore();
  const { name = '', onChange } = props;
  const judging = name === '' ? null : store;
  const bound = props.value === undefined ? judging : null;
  const state = useSyncExternalStore(judging?.subscribe ?? nowhere, () => judging?.state ?? null);
  return {
    value: (bound ? (bound.get(name) ?? empty) : (props.value ?? empty)) as T,
    error: props.error ?? errorAt(state, name),
    required: props.required ?? (!!bound && bound.required(name)),
    set: (next) => {
      bound?.set(name, next);
      onChange?.(next);
    },
    leave: () => judging?.judge(name),
  };
}
