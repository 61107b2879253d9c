import type { OutputOf } from '../../../../contract/endpoint.ts';
import type { today } from '../../../../contract/runs.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { MissedRun } from '../../missed-run/missed-run.tsx';
import { campaignStop, paths } from '../../paths.ts';
import { useReason } from '../../reasons/use-reason.ts';
import { useMay } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { Stack } from '../../ui/layout.tsx';
import { isTrouble, texts } from './texts/texts.ts';

type Today = OutputOf<typeof today>;
export type TodaysRun = Today['running'][number];

/** It will not go on before a person decides. */
export const isTroubled = ({ state }: TodaysRun): boolean => state === 'paused' || state === 'missed';

/** What waits for a person, each with what to do and the way there. */
export function NeedsYou({ today: { running, unknown, pausedAccounts, approvals } }: { today: Today }) {
  const t = useTexts(texts);
  const troubled = running.filter(isTroubled);
  if (troubled.length + unknown.length + pausedAccounts.length + approvals.length === 0) return null;
  return (
    <Section title={t('needsYou')}>
      <Stack gap="small">
        {approvals.map((approval) => (
          <Waiting key={approval.id} approval={approval} />
        ))}
        {troubled.map((run) => (
          <TroubledRun key={run.id} run={run} />
        ))}
        {pausedAccounts.map((account) => (
          <PausedAccount key={account.id} account={account} />
        ))}
        {unknown.map(({ runId, campaignId, campaignName, lines }) => (
          <Alert
            key={runId}
            tone="warn"
            title={t('unknownTitle', { count: lines, campaign: campaignName })}
            action={
              <Button size="small" href={paths.campaignLog(campaignId, { run: runId, show: 'unknown' })}>
                {t('decide')}
              </Button>
            }
          >
            {t('unknownText')}
          </Alert>
        ))}
      </Stack>
    </Section>
  );
}

function Waiting({ approval }: { approval: Today['approvals'][number] }) {
  const t = useTexts(texts);
  const { askedBy, campaignName, campaignId, actionId, planned } = approval;
  return (
    <Alert
      tone="warn"
      title={t('approvalTitle', { who: askedBy, campaign: campaignName })}
      action={
        <Button
          size="small"
          href={
            actionId ? campaignStop(campaignId, 'check', { action: actionId }) : paths.campaignRehearsal(campaignId)
          }
        >
          {t('look')}
        </Button>
      }
    >
      {planned === null ? null : t('approvalText', { count: planned })}
    </Alert>
  );
}

function TroubledRun({ run }: { run: TodaysRun }) {
  const t = useTexts(texts);
  const reason = useReason();
  const decides = useMay('campaign.run');
  if (run.state === 'missed')
    return <MissedRun run={run} title={t('missedTitle', { campaign: run.campaignName })} decides={decides} />;
  return (
    <Alert
      tone="warn"
      title={t('pausedTitle', { campaign: run.campaignName })}
      action={
        <Button size="small" href={paths.campaignResults(run.campaignId, { action: run.actionId })}>
          {t('open')}
        </Button>
      }
    >
      {run.pauseReason ? `${reason(run.pauseReason.code)}. ` : null}
      {t('pausedText', { count: run.sums.open })}
    </Alert>
  );
}

function PausedAccount({ account }: { account: Today['pausedAccounts'][number] }) {
  const t = useTexts(texts);
  const manages = useMay('account.manage');
  return (
    <Alert
      tone="bad"
      title={t('accountTitle', { account: account.name })}
      action={
        manages ? (
          <Button
            size="small"
            href={account.channel === 'sms' ? paths.smsAccount(account.id) : paths.sendingAccount(account.id)}
          >
            {t('repair')}
          </Button>
        ) : undefined
      }
    >
      {isTrouble(account.reason) ? `${t(`trouble_${account.reason}`)} ` : null}
      {t(manages ? 'accountText' : 'accountTextAsk')}
    </Alert>
  );
}
