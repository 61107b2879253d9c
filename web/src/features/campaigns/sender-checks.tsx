import { checkSendingAccount } from '../../../../contract/account-checks.ts';
import type { SendingAccountId } from '../../../../contract/ids.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { CheckList } from '../../checks/check-list.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Card, Section } from '../../ui/card.tsx';
import { senderTexts } from './sender-texts/texts.ts';

/** O35: what speaks against the sender, where something does. It warns; it never forbids. */
export function SenderChecks({ accountId }: { accountId: SendingAccountId }) {
  const t = useTexts(senderTexts);
  const { data } = useEndpoint(checkSendingAccount, { id: accountId });
  if (!data?.checks.some(({ state }) => state === 'warn')) return null;
  return (
    <Section title={t('senderChecks')} text={t('senderChecksText')}>
      <Card>
        <CheckList checks={data.checks} />
      </Card>
    </Section>
  );
}
