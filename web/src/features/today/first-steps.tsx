import { IconCheck } from '@tabler/icons-react';
import { listSendingAccounts } from '../../../../contract/accounts.ts';
import { listCampaigns } from '../../../../contract/campaigns.ts';
import { listContacts } from '../../../../contract/crm.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Section } from '../../ui/card.tsx';
import { texts } from './texts/texts.ts';

interface Step {
  key: 'company' | 'people' | 'account' | 'campaign';
  done: boolean;
  /** Begun: the button says so. */
  begun: boolean;
  /** An account stands there and was never tested: that is what is left to do. */
  untested?: boolean;
  /** Undefined for those who may not do it. */
  href: string | undefined;
}

function useSteps(): readonly Step[] {
  const contacts = useEndpoint(listContacts, { limit: 1 });
  const accounts = useEndpoint(listSendingAccounts, { limit: 200, accountDirection: 'sending' });
  const campaigns = useEndpoint(listCampaigns, { limit: 1 });
  const begun = campaigns.data?.rows[0];
  const may = {
    settings: useMay('settings.edit'),
    people: useMay('crm.import'),
    accounts: useMay('account.manage'),
    campaigns: useMay('campaign.create'),
  };
  const has = {
    people: (contacts.data?.rows.length ?? 0) > 0,
    account: accounts.data?.rows.some(({ testedAt }) => testedAt !== null) ?? false,
  };
  const untested = accounts.data?.rows.find(({ testedAt }) => testedAt === null);
  return [
    { key: 'company', done: true, begun: true, href: may.settings ? paths.installation() : undefined },
    { key: 'people', done: has.people, begun: has.people, href: may.people ? paths.newImport() : undefined },
    {
      key: 'account',
      done: has.account,
      begun: has.account,
      untested: untested !== undefined,
      href: may.accounts
        ? untested && !has.account
          ? paths.sendingAccount(untested.id)
          : paths.newSendingAccount()
        : undefined,
    },
    {
      key: 'campaign',
      done: false,
      begun: begun !== undefined,
      href: begun ? paths.campaign(begun.id) : may.campaigns ? paths.newCampaign() : undefined,
    },
  ];
}

/** Before anything has been sent: the way there, ticked off as it is walked. */
export function FirstSteps() {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const steps = useSteps();
  const next = steps.find(({ done }) => !done)?.key;
  return (
    <Section title={t('firstSteps')} text={t('firstStepsText')}>
      <Card padding="flush">
        <ol className="first-steps">
          {steps.map(({ key, done, begun, untested, href }, index) => (
            <li key={key} className={done ? 'first-step first-step-done' : 'first-step'}>
              <span className="first-step-mark" aria-hidden="true">
                {done ? <IconCheck size={16} stroke={2.25} /> : index + 1}
              </span>
              <div className="first-step-words">
                <strong>
                  {t(`step_${key}`)}
                  {done ? <span className="visually-hidden"> ({common('stopDone')})</span> : null}
                </strong>
                <span className="first-step-text">{t(`stepText_${key}`)}</span>
              </div>
              {href ? (
                <Button size="small" look={key === next ? 'primary' : done ? 'quiet' : 'default'} href={href}>
                  {t(begun ? `stepAgain_${key}` : untested ? 'stepTest_account' : `stepDo_${key}`)}
                </Button>
              ) : null}
            </li>
          ))}
        </ol>
      </Card>
    </Section>
  );
}
