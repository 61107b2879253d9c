import type { SendingAccount } from '../../../../contract/accounts.ts';
import { getAccountPace, tryAgainNow } from '../../../../contract/pace.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { PaceSaid } from '../../pace/pace-said.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Text } from '../../ui/text.tsx';
import { texts } from './texts/texts.ts';

const LOOK_EVERY_MS = 10_000;

/** What the account may still send today, whom it leaves alone, and the way to try again at once. */
export function PaceCard({ account: { id } }: { account: Pick<SendingAccount, 'id'> }) {
  const t = useTexts(texts);
  const { data, problem } = useEndpoint(getAccountPace, { id }, { every: LOOK_EVERY_MS });
  const again = useAction(tryAgainNow, { invalidate: [getAccountPace], done: t('triesAgain') });
  const asked = data?.waits.some(({ why }) => why !== 'limit');
  return (
    <Card title={t('pace')}>
      {data ? (
        <Stack>
          {data.today === null && data.waits.length === 0 ? (
            <Text tone="quiet" size="small">
              {t('paceFree')}
            </Text>
          ) : (
            <PaceSaid pace={data} />
          )}
          {asked ? (
            <Button size="small" busy={again.busy} onClick={() => again.run({ id })}>
              {t('tryAgainNow')}
            </Button>
          ) : null}
        </Stack>
      ) : problem ? (
        <Alert tone="bad">{problem.message}</Alert>
      ) : (
        <Skeleton lines={2} />
      )}
    </Card>
  );
}
