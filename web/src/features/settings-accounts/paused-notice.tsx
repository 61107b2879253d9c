import {
  getSendingAccount,
  listSendingAccounts,
  resumeSendingAccount,
  type SendingAccount,
} from '../../../../contract/accounts.ts';
import { getSmsAccount } from '../../../../contract/sms-accounts.ts';
import { useAction } from '../../api/use-action.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { useReason } from './reason-texts/reason-texts.ts';
import { texts } from './texts/texts.ts';

interface PausedNoticeProps {
  account: Pick<SendingAccount, 'id' | 'name'>;
  paused: NonNullable<SendingAccount['paused']>;
}

/** Why nothing is sent, in our words and the server's, and the way back. */
export function PausedNotice({ account: { id, name }, paused }: PausedNoticeProps) {
  const t = useTexts(texts);
  const reason = useReason();
  const format = useFormat();
  const resume = useAction(resumeSendingAccount, {
    invalidate: [listSendingAccounts, getSendingAccount, getSmsAccount],
    done: t('resumed', { name }),
  });
  const action = (
    <Button size="small" busy={resume.busy} onClick={() => resume.run({ id })}>
      {t('resume')}
    </Button>
  );
  return (
    <Alert tone="warn" title={t('pausedTitle', { when: format.dateTime(paused.at) })} action={action}>
      <p>{reason(paused.reason)}</p>
      {paused.reply ? <p>{t('serverSaid', { reply: paused.reply })}</p> : null}
      <p>{paused.reason === 'by_hand' ? t('paused') : t('resumeText')}</p>
    </Alert>
  );
}
