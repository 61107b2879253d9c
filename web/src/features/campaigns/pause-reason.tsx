import { ACCOUNT_CHANNELS, listSendingAccounts } from '../../../../contract/accounts.ts';
import type { Run } from '../../../../contract/runs.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useReason } from '../../reasons/use-reason.ts';
import { useMay } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/layout.tsx';
import { useHere } from './campaign-context.ts';
import { pauseWords } from './pause-words.ts';
import { runTexts } from './run-texts/texts.ts';

const AGAIN_MS = 5_000;

/** Whether one of the action's accounts can send, as Resume asks; undefined while that is not known. */
function useAccountWorks(when: boolean): boolean | undefined {
  const { action } = useHere();
  const channel = ACCOUNT_CHANNELS.find((one) => one === action.channel);
  const accounts = useEndpoint(
    listSendingAccounts,
    { channel, limit: 200 },
    { when: when && channel !== undefined, every: AGAIN_MS },
  );
  const own = [action.sendingAccountId, ...(action.accountSharing?.others ?? []).map(({ id }) => id)];
  return accounts.data?.rows.some(({ id, paused }) => own.includes(id) && paused === null);
}

/** A pause that nobody here asked for says why, and what to do. */
export function PauseReason({ run }: { run: Run }) {
  const t = useTexts(runTexts);
  const reason = useReason();
  const manages = useMay('account.manage');
  const { action } = useHere();
  const paused = run.state === 'paused' ? run.pauseReason : null;
  const ofAccount = paused?.code === 'account_trouble';
  const works = useAccountWorks(ofAccount);
  if (paused === null) return null;
  if (ofAccount && works)
    return (
      <Alert tone="good" title={t('accountWorks')}>
        {t('accountWorksText')}
      </Alert>
    );
  const words = pauseWords(paused, { reason, t });
  return (
    <Alert
      tone="warn"
      title={t('pausedBecause', { reason: reason(paused.code) })}
      action={
        ofAccount && manages ? (
          <Button size="small" href={action.channel === 'sms' ? paths.smsAccounts() : paths.sendingAccounts()}>
            {t('repairAccount')}
          </Button>
        ) : undefined
      }
    >
      {ofAccount && !manages ? (
        <Stack gap="small">
          {words ? <span>{words}</span> : null}
          <span>{t('askForAccount')}</span>
        </Stack>
      ) : (
        words
      )}
    </Alert>
  );
}
