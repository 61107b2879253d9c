import { TextInput } from '@mantine/core';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
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
}: Omit<ConfirmDialogProps, 'open' | 'title'>) {
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

export function ConfirmDialog({ open, title, ...rest }: ConfirmDialogProps) {
  return (
    <Modal open={open} onClose={rest.onCancel} title={title} size="small">
      <Asked {...rest} />
    </Modal>
  );
}

let asked: { question: Question; answer: (yes: boolean) => void } | null = null;
const listeners = new Set<() => void>();

function put(next: typeof asked): void {
  asked = next;
  for (const listener of listeners) listener();
}

/** Asks and waits: `if (await confirm({ title, text, action, danger: true })) …` */
export function confirm(question: Question): Promise<boolean> {
  asked?.answer(false);
  return new Promise((answer) => put({ question, answer }));
}

/** Shows what `confirm` asks; stands once, inside the router. */
export function ConfirmHost() {
  const current = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
  );
  if (!current) return null;
  const settle = (yes: boolean) => {
    put(null);
    current.answer(yes);
  };
  return <ConfirmDialog open {...current.question} onConfirm={() => settle(true)} onCancel={() => settle(false)} />;
}
