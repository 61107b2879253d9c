import { Notifications, notifications } from '@mantine/notifications';
import { shared } from '../i18n/shared/texts.ts';
import { textsNow } from '../i18n/use-texts.ts';

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

/** Short notes in the corner. What someone must act on belongs on the page, not here. */
export const notify = {
  success: (message: string) => show('good', message),
  info: (message: string) => show('accent', message),
  error: (message: string) => show('bad', message, textsNow(shared)('failure')),
  /** An error of the API: its message already says what to do. */
  problem: (problem: { message: string }) => show('bad', problem.message, textsNow(shared)('failure')),
};

export function ToastHost() {
  return <Notifications position="bottom-right" limit={4} />;
}
