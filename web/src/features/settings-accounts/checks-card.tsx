import { checkSendingAccount } from '../../../../contract/account-checks.ts';
import type { SendingAccount } from '../../../../contract/accounts.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { CheckList } from '../../checks/check-list.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Text } from '../../ui/text.tsx';
import { texts } from './texts/texts.ts';

/** O35: what receivers will make of mail from this account, by the DNS. */
export function ChecksCard({ account: { id } }: { account: SendingAccount }) {
  const t = useTexts(texts);
  const { data, problem, again } = useEndpoint(checkSendingAccount, { id });
  return (
    <Card title={t('checks')}>
      {data ? (
        <Stack>
          <Text tone="quiet" size="small">
            {t(data.exempt ? 'checksExempt' : 'checksText')}
          </Text>
          {data.exempt ? null : <CheckList checks={data.checks} />}
          {data.exempt ? null : (
            <Button size="small" look="quiet" onClick={again}>
              {t('dkimLook')}
            </Button>
          )}
        </Stack>
      ) : problem ? (
        <Alert tone="bad">{problem.message}</Alert>
      ) : (
        <Skeleton lines={4} />
      )}
    </Card>
  );
}
