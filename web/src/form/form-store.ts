import type { z } from 'zod';
import { type FieldError, Problem } from '../api/problem.ts';
import { keepDraft, takeDraft } from './draft.ts';
import { errorsIn, isRequired, tidied } from './validate.ts';
import { type Values, valueAt, withValueAt } from './values.ts';

export interface FormState {
  values: Values;
  errors: Readonly<Record<string, FieldError>>;
  /** What went wrong beyond any field. */
  problem: Problem | null;
  busy: boolean;
  dirty: boolean;
}

type Send = (values: Values) => Promise<unknown>;
type Relevant = (values: Values) => Values;

/** Is one of them the other, or in it? `providers` and `providers.0.domains.1` are. */
const touch = (one: string, other: string): boolean =>
  `${one}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${one}.`);

const codesWithin = (errors: FormState['errors'], path: string): string =>
  Object.values(errors)
    .filter(({ field }) => `${field}.`.startsWith(`${path}.`))
    .map(({ field, code }) => `${field} ${code}`)
    .join();

const byField = (errors: readonly FieldError[]) => Object.fromEntries(errors.map((error) => [error.field, error]));

/** One form's life: what is typed, what is wrong, what is on its way. Fields subscribe to it. */
export class FormStore {
  state: FormState;
  readonly schema: z.ZodObject;
  private start: Values;
  private readonly relevant: Relevant;
  private readonly place = window.location.pathname;
  private readonly listeners = new Set<() => void>();

  constructor(schema: z.ZodObject, start: Values, relevant: Relevant = (values) => values) {
    this.schema = schema;
    this.relevant = relevant;
    this.start = start;
    const draft = takeDraft(this.place, start);
    this.state = { values: draft ?? start, errors: {}, problem: null, busy: false, dirty: draft !== null };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private put(change: Partial<FormState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  get = (path: string): unknown => valueAt(this.state.values, path);

  required(path: string): boolean {
    return isRequired(this.schema, path);
  }

  /** A field that was wrong is judged again as it's corrected. */
  set = (path: string, value: unknown): void => {
    const values = withValueAt(this.state.values, path, value);
    this.put({
      values,
      dirty: true,
      errors: Object.keys(this.state.errors).some((wrong) => touch(wrong, path))
        ? this.corrected(path, values)
        : this.state.errors,
    });
  };

  /** On leaving a field that was filled in. */
  judge = (path: string): void => {
    const value = this.get(path);
    if (value === '' || value === undefined || value === null || !this.state.dirty) return;
    const errors = this.rejudged(path, this.state.values);
    const said = (all: FormState['errors']) => codesWithin(all, path);
    if (said(errors) !== said(this.state.errors)) this.put({ errors });
  };

  private sent(values: Values): Values {
    return tidied(this.schema, this.relevant(values));
  }

  private found(values: Values): FieldError[] {
    return errorsIn(this.schema, this.sent(values));
  }

  /** The errors of a field and of its items as they are now, with the others as they were. */
  private rejudged(path: string, values: Values): FormState['errors'] {
    const within = (field: string) => `${field}.`.startsWith(`${path}.`);
    const others = Object.values(this.state.errors).filter(({ field }) => !within(field));
    return byField([...others, ...this.found(values).filter(({ field }) => within(field))]);
  }

  /** Errors that a change touches go when it mends them; none comes while somebody is still typing. */
  private corrected(path: string, values: Values): FormState['errors'] {
    const found = byField(this.found(values));
    const left = Object.values(this.state.errors).filter(({ field }) => !touch(field, path) || found[field]);
    return byField(left.map((error) => (touch(error.field, path) ? (found[error.field] ?? error) : error)));
  }

  setErrors = (errors: readonly FieldError[]): void => this.put({ errors: byField(errors) });

  /** Forgets what was typed and begins with these values (or the former ones). */
  reset = (start: Values = this.start): void => {
    this.start = start;
    this.put({ values: start, errors: {}, problem: null, dirty: false });
  };

  /** True when it was sent and accepted. */
  async submit(send: Send): Promise<boolean> {
    if (this.state.busy) return false;
    const values = this.sent(this.state.values);
    const errors = errorsIn(this.schema, values);
    this.put({ errors: byField(errors), problem: null });
    if (errors.length > 0) return false;
    this.put({ busy: true });
    try {
      await send(values);
      this.put({ busy: false, dirty: false });
      return true;
    } catch (thrown) {
      this.fail(thrown);
      return false;
    }
  }

  private fail(thrown: unknown): void {
    if (!(thrown instanceof Problem)) {
      this.put({ busy: false });
      throw thrown;
    }
    if (thrown.status === 401) keepDraft(this.place, this.start, this.state.values);
    this.put({ busy: false, problem: thrown.errors.length > 0 ? null : thrown, errors: byField(thrown.errors) });
  }
}
