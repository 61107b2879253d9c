import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Row } from '../../ui/layout.tsx';
import { useHere } from './campaign-context.ts';
import { runTexts } from './run-texts/texts.ts';
import { useAddresses } from './use-addresses.ts';
import { useFetchFailed } from './use-list-actions.ts';

/** Q29, Q30: who did not get it, and the way to try again. */
export function RetryHint() {
  const t = useTexts(runTexts);
  const { campaign, last, prepared } = useHere();
  const { log } = useAddresses();
  const { fetch, busy } = useFetchFailed();
  const failed = last?.sums.failed ?? 0;
  if (!last || failed === 0 || !campaign.may.run || prepared) return null;
  return (
    <Alert
      tone="accent"
      title={t('retryTitle', { count: failed })}
      action={
        <Row>
          <Button size="small" href={log({ run: last.id, show: 'failed' })}>
            {t('showThem')}
          </Button>
          <Button size="small" look="primary" busy={busy} onClick={() => fetch(['failed'])}>
            {t('fetchFailed')}
          </Button>
        </Row>
      }
    >
      {t('retryText')}
    </Alert>
  );
}
