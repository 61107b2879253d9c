import { useBlocker } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useRef, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { confirm } from '../ui/confirm.tsx';
import { FormContext, type Form as FormHandle, useFormStore } from './use-form.ts';
import './form.css';

interface FormProps {
  // biome-ignore lint/suspicious/noExplicitAny: a form of any values
  form: FormHandle<any>;
  children: ReactNode;
  /** Told once it was accepted. */
  onSaved?: (() => void) | undefined;
  /** Ask before leaving with unsaved changes; on unless it's a filter or a sign-in. */
  guard?: boolean | undefined;
  id?: string | undefined;
}

function focusFirstError(form: HTMLFormElement | null): void {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-field-error] input, .form-problem');
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}

/** A form: checks by the contract's schema, puts the server's errors at their fields, moves to the first, loses nothing typed. */
export function Form({ form, children, onSaved, guard = true, id }: FormProps) {
  const t = useTexts(shared);
  const element = useRef<HTMLFormElement>(null);
  const { store } = form;
  useBlocker({
    shouldBlockFn: async () => {
      if (!store.state.dirty || store.state.busy) return false;
      const question = {
        title: t('unsavedTitle'),
        text: t('unsavedText'),
        action: t('unsavedLeave'),
        cancel: t('unsavedStay'),
      };
      return !(await confirm(question));
    },
    enableBeforeUnload: () => guard && store.state.dirty,
    disabled: !guard,
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (await form.submit()) onSaved?.();
    else flushSync(() => {});
    focusFirstError(element.current);
  };
  return (
    <FormContext value={store}>
      <form ref={element} noValidate onSubmit={(event) => void submit(event)} className="form" {...(id ? { id } : {})}>
        <FormProblem />
        {children}
      </form>
    </FormContext>
  );
}

/** What went wrong beyond the fields shown. */
function FormProblem() {
  const store = useFormStore();
  const state = useSyncExternalStore(store?.subscribe ?? (() => () => {}), () => store?.state);
  if (!state?.problem) return null;
  return (
    <div className="form-problem" tabIndex={-1}>
      <Alert tone="bad">{state.problem.message}</Alert>
    </div>
  );
}

interface FormFootProps {
  /** The word on the button: "Save", "Create contact". */
  action: string;
  onCancel?: (() => void) | undefined;
  children?: ReactNode | undefined;
}

/** The end of a form: how many errors there are, cancel, and the button that sends. */
export function FormFoot({ action, onCancel, children }: FormFootProps) {
  const t = useTexts(shared);
  const store = useFormStore();
  const state = useSyncExternalStore(store?.subscribe ?? (() => () => {}), () => store?.state);
  const wrong = Object.keys(state?.errors ?? {}).length;
  return (
    <div className="form-foot">
      <span className="form-state" role="status">
        {wrong > 0 ? <span className="text-bad">{t('fixErrors', { count: wrong })}</span> : null}
        {wrong === 0 && state?.dirty ? t('unsavedNote') : null}
      </span>
      {children}
      {onCancel ? <Button onClick={onCancel}>{t('cancel')}</Button> : null}
      <Button submit look="primary" busy={state?.busy}>
        {action}
      </Button>
    </div>
  );
}

/** Fields that belong together, with their name. */
export function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="field-group">
      <legend className="heading heading-3">{title}</legend>
      {children}
    </fieldset>
  );
}

/** Fields beside each other while there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="field-row">{children}</div>;
}
