import { getSendingHold, listWorkers, vouchForDatabase } from '../../../../contract/runs.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useMay } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { Stack } from '../../ui/layout.tsx';
import { texts } from './texts/texts.ts';

const AGAIN_MS = 5_000;

/** Why nothing is sent: a full disk (F12, F13), or a restored backup, which goes on when an administrator says so (F30). */
export function SendingHold() {
  const t = useTexts(texts);
  const mayVouch = useMay('settings.edit');
  const { data } = useEndpoint(getSendingHold, {}, { every: AGAIN_MS });
  const vouch = useAction(vouchForDatabase, { invalidate: [getSendingHold, listWorkers], done: t('vouched') });
  const ask = async () => {
    const question = { title: t('vouchQuestion'), text: t('vouchText'), action: t('vouch'), danger: true };
    if (await confirm(question)) vouch.run({});
  };
  if (!data?.reason) return null;
  const host = data.host ?? '';
  if (data.reason === 'database_full' || data.reason === 'folder_full') {
    const kind = data.reason === 'database_full' ? 'databaseFull' : 'folderFull';
    return (
      <Alert tone="bad" title={t(`${kind}Title`)}>
        {t(`${kind}Text`, { host })}
      </Alert>
    );
  }
  const kind = data.reason === 'database_restored' ? 'restored' : 'stranger';
  return (
    <Alert tone="bad" title={t(`${kind}Title`)}>
      <Stack gap="small">
        <span>{t(`${kind}Text`, { host })}</span>
        {mayVouch ? (
          <div>
            <Button busy={vouch.busy} onClick={() => void ask()}>
              {t('vouch')}
            </Button>
          </div>
        ) : (
          <span>{t('vouchAsk')}</span>
        )}
      </Stack>
    </Alert>
  );
}
