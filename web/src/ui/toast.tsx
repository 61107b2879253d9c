import { Notifications, notifications } from '@mantine/notifications';
import { shared } from '../i18n/shared/texts.ts';
import { textsNow } from '../i18n/use-texts.ts';
import { Button } from './button.tsx';
import { Row } from './layout.tsx';

function show(tone: 'good' | 'bad' | 'accent', message: string, title?: string): void {
  notifications.show({
    message,
    ...(title ? { title } : {}),
    className: `toast toast-${tone}`,
    autoClose: tone === 'bad' ? 12_000 : 5000,
    withBorder: true,
    closeButtonProps: { 'aria-label': textsNow(shared)('close') },
  });
}

/** With a button that takes it back; it stays long enough to be read and pressed. */
function showUndoable(message: string, undo: () => void): void {
  const id = `undo-${Date.now()}`;
  const takeBack = () => {
    notifications.hide(id);
    undo();
  };
  notifications.show({
    id,
    message: (
      <Row spread="between">
        <span>{message}</span>
        <Button size="small" onClick={takeBack}>
          {textsNow(shared)('undo')}
        </Button>
      </Row>
    ),
    className: 'toast toast-good',
    autoClose: 12_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': textsNow(shared)('close') },
  });
}

/** Short notes in the corner. What someone must act on belongs on the page, not here. */
export const notify = {
  success: (message: string) => show('good', message),
  undoable: showUndoable,
  info: (message: string) => show('accent', message),
  error: (message: string) => show('bad', message, textsNow(shared)('failure')),
  /** An error of the API: its message already says what to do. */
  problem: (problem: { message: string }) => show('bad', problem.message, textsNow(shared)('failure')),
};

export function ToastHost() {
  return <Notifications position="bottom-right" limit={4} />;
}
