import { createContext, useContext, useState, useSyncExternalStore } from 'react';
import type { z } from 'zod';
import { FormStore } from './form-store.ts';
import type { Values } from './values.ts';

export interface Form<V = Values> {
  readonly store: FormStore;
  /** The values as they are now; the component is rendered again when any changes. */
  readonly values: V;
  readonly dirty: boolean;
  readonly busy: boolean;
  set: <K extends Extract<keyof V, string>>(name: K, value: V[K]) => void;
  reset: (start?: V) => void;
  submit: () => Promise<boolean>;
}

interface Options<S extends z.ZodObject, V> {
  /** The endpoint's `input` (with `.omit({ id: true })` for what `send` adds). */
  schema: S;
  /** What stands there at first; '' for empty texts. */
  start: V;
  /** Sends; usually `action.runAsync`. Its `Problem` goes to the fields, so give `toast: false` to the action. */
  send: (values: z.input<S>) => Promise<unknown>;
  /** What of the values is checked and sent, where a choice hides fields: nobody sees what is wrong with those. */
  relevant?: (values: V) => V;
}

/** The state of a form. Render it in `<Form form={form}>`. */
export function useForm<S extends z.ZodObject, V extends { [K in keyof z.input<S>]?: unknown }>(
  options: Options<S, V>,
): Form<V> {
  const [store] = useState(
    () =>
      new FormStore(
        options.schema,
        options.start as Values,
        options.relevant as ((values: Values) => Values) | undefined,
      ),
  );
  const state = useSyncExternalStore(store.subscribe, () => store.state);
  return {
    store,
    values: state.values as V,
    dirty: state.dirty,
    busy: state.busy,
    set: (name, value) => store.set(name, value),
    reset: (start) => store.reset(start as Values | undefined),
    submit: () => store.submit((values) => options.send(values as z.input<S>)),
  };
}

export const FormContext = createContext<FormStore | null>(null);

export function useFormStore(): FormStore | null {
  return useContext(FormContext);
}
