import { TextInput } from '@mantine/core';
import { type ReactNode, useRef, useState, useSyncExternalStore } from 'react';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from './button.tsx';
import { Foot, Modal } from './modal.tsx';

export interface Question {
  /** Says what: "Delete 12 contacts?" */
  title: string;
  /** Says what follows and whether it can be undone. */
  text: ReactNode;
  /** The word on the button: the verb and the number. */
  action: string;
  danger?: boolean | undefined;
  /** Must be typed before the button works: for what can't be undone. */
  typeName?: string | undefined;
  cancel?: string | undefined;
}

interface ConfirmDialogProps extends Question {
  open: boolean;
  /** Told once it is gone. */
  onClosed?: (() => void) | undefined;
  busy?: boolean | undefined;
  onConfirm: () => void;
  onCancel: () => void;
}

function Asked({
  text,
  action,
  danger,
  typeName,
  cancel,
  busy,
  onConfirm,
  onCancel,
}: Omit<ConfirmDialogProps, 'open' | 'title' | 'onClosed'>) {
  const t = useTexts(shared);
  const [typed, setTyped] = useState('');
  const allowed = typeName === undefined || typed.trim() === typeName;
  return (
    <form
      className="stack gap-normal"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (allowed) onConfirm();
      }}
    >
      <div className="text">{text}</div>
      {typeName === undefined ? null : (
        <TextInput
          label={t('typeToConfirm', { name: typeName })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
      )}
      <Foot>
        <Button onClick={onCancel}>{cancel ?? t('cancel')}</Button>
        <Button submit look={danger ? 'danger' : 'primary'} disabled={!allowed} busy={busy}>
          {action}
        </Button>
      </Foot>
    </form>
  );
}

export function ConfirmDialog({ open, title, onClosed, ...rest }: ConfirmDialogProps) {
  return (
    <Modal open={open} onClose={rest.onCancel} onClosed={onClosed} title={title} size="small">
      <Asked key={title} {...rest} />
    </Modal>
  );
}

interface Asking {
  question: Question;
  answer: (yes: boolean) => void;
  /** What had the focus. */
  opener: HTMLElement | null;
}

let asked: Asking | null = null;
const listeners = new Set<() => void>();

function put(next: typeof asked): void {
  asked = next;
  for (const listener of listeners) listener();
}

/** What has the focus; of an entry of a menu, which is gone at once, the button that opened the menu. */
function focused(): HTMLElement | null {
  const at = document.activeElement;
  const button = at?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  const found = button ? document.getElementById(button) : at;
  return found instanceof HTMLElement ? found : null;
}

/** Asks and waits: `if (await confirm({ title, text, action, danger: true })) …` */
export function confirm(question: Question): Promise<boolean> {
  const opener = asked?.opener ?? focused();
  asked?.answer(false);
  return new Promise((answer) => put({ question, answer, opener }));
}

const NOTHING: Asking = { question: { title: '', text: '', action: '' }, answer: () => {}, opener: null };

/** Shows what `confirm` asks; stands once, inside the router, and also while nothing is asked: a dialog that is taken away leaves the focus nowhere. */
export function ConfirmHost() {
  const current = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
  );
  const last = useRef(NOTHING);
  if (current) last.current = current;
  const { question, answer, opener } = last.current;
  const settle = (yes: boolean) => {
    put(null);
    answer(yes);
  };
  return (
    <ConfirmDialog
      open={current !== null}
      {...question}
      onConfirm={() => settle(true)}
      onCancel={() => settle(false)}
      onClosed={() => document.activeElement?.contains(opener) && opener?.focus({ preventScroll: true })}
    />
  );
}
