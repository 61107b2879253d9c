import { WORK_CHANNELS } from '../../../../contract/action-work.ts';
import { type LaunchProblem, reachesOut } from '../../../../contract/campaigns.ts';
import { previewAction } from '../../../../contract/runs.ts';
import { errorMessage } from '../../api/problem.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Card, Section } from '../../ui/card.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ActionForecast } from './action-forecast.tsx';
import { ApprovalCard, useAwaitsApproval } from './approval-card.tsx';
import { useHere } from './campaign-context.ts';
import { InvoiceProof } from './invoice-proof.tsx';
import { InvoiceRehearsal } from './invoice-rehearsal.tsx';
import { LetterForecast } from './letter-forecast.tsx';
import { LetterProof } from './letter-proof.tsx';
import { MissingData } from './missing-data.tsx';
import { OfferRehearsal } from './offer-rehearsal.tsx';
import { PreviewWaterfall, RunWaterfall } from './preview-waterfall.tsx';
import { ProofOnMyDesk } from './proof-on-my-desk.tsx';
import { isSaidLast } from './road.tsx';
import { SampleMessages } from './sample-messages.tsx';
import { SenderChecks } from './sender-checks.tsx';
import { SmsForecast } from './sms-forecast.tsx';
import { TestToMyself } from './test-to-myself.tsx';
import { texts } from './texts/texts.ts';
import { TriedLinks } from './tried-links.tsx';
import { useAddresses } from './use-addresses.ts';

/** Before it goes: what is missing, whom it reaches and whom not and why, how it looks. */
export function CheckStop() {
  const t = useTexts(texts);
  const { problems, action, prepared, live } = useHere();
  const nobody = problems.some(({ code }) => code === 'audience_empty');
  const preview = useEndpoint(previewAction, { id: action.id }, { when: !nobody && !prepared, keep: true });
  const work = WORK_CHANNELS.includes(action.channel);
  const printed = action.channel === 'letter';
  const message = reachesOut(action.channel) && !work;
  const planned = prepared?.sums.planned ?? preview.data?.planned;
  const going = live !== null;
  return (
    <Stack>
      <Problems reach={prepared?.sums ?? preview.data} />
      {going || action.state === 'done' ? null : <ApprovalCard />}
      {nobody ? null : (
        <Section title={t('whoGetsIt')} text={prepared ? t('asGenerated') : t('asItIsNow')}>
          <Card>
            {prepared ? (
              <RunWaterfall run={prepared} />
            ) : preview.data ? (
              <PreviewWaterfall preview={preview.data} />
            ) : (
              <Skeleton lines={4} />
            )}
            {preview.problem ? <Alert tone="bad">{preview.problem.message}</Alert> : null}
          </Card>
        </Section>
      )}
      {(message || work) && planned !== undefined && planned > 0 && !going ? <MissingData since={preview.at} /> : null}
      {message && !printed && planned !== undefined && planned > 0 && !going ? (
        <ActionForecast planned={planned} />
      ) : null}
      {printed && planned !== undefined && planned > 0 && !going ? (
        <LetterForecast planned={planned} sample={preview.data?.sample ?? []} />
      ) : null}
      {message && action.channel === 'sms' && !nobody && !going ? <SmsForecast /> : null}
      {message && action.channel === 'email' && action.sendingAccountId ? (
        <SenderChecks accountId={action.sendingAccountId} />
      ) : null}
      {message && !printed && action.contentVersionId ? (
        <TriedLinks key={action.updatedAt} id={action.contentVersionId} />
      ) : null}
      {message && printed ? <LetterProof /> : null}
      {message && !printed ? <TestToMyself /> : null}
      {work ? <ProofOnMyDesk /> : null}
      {action.channel === 'invoice' && !nobody && !going ? <InvoiceRehearsal /> : null}
      {action.channel === 'offer' && !nobody && !going ? <OfferRehearsal /> : null}
      {action.channel === 'invoice' ? <InvoiceProof /> : null}
      {message && !printed && !nobody ? <SampleMessages sample={preview.data?.sample ?? []} /> : null}
    </Stack>
  );
}

/** What is still to be corrected, each with the way there. */
function Problems({ reach }: { reach: { matched: number; planned: number } | undefined }) {
  const t = useTexts(texts);
  const here = useHere();
  const awaitsApproval = useAwaitsApproval();
  const problems = here.problems.filter((problem) => !isSaidLast(problem));
  if (problems.length === 0) {
    if (here.problems.some(({ code }) => code === 'campaign_under_way'))
      return <Alert tone="accent" title={t('isUnderWay')} />;
    if (reach && reach.planned === 0 && reach.matched > 0 && here.action.state === 'done')
      return <Alert tone="good" title={t('everybodyHadIt')} />;
    if (reach && reach.planned === 0)
      return (
        <Alert
          tone="warn"
          title={
            reach.matched === 0 ? t('nobodyMatches') : errorMessage('nobody_to_send_to', { matched: reach.matched })
          }
        />
      );
    return (
      <Alert tone={awaitsApproval ? 'warn' : 'good'} title={t(awaitsApproval ? 'onlyApproval' : 'nothingInTheWay')}>
        {t('warningsHoldNothing')}
      </Alert>
    );
  }
  return (
    <Alert tone="warn" title={t('stillMissing', { count: problems.length })}>
      <ul className="problem-list">
        {problems.map((problem) => (
          <li key={`${problem.field} ${problem.code}`}>
            {errorMessage(problem.code, problem.params)} <WayThere problem={problem} />
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** Problems that no stop of the campaign can mend. */
const IN_SETTINGS: Record<string, string> = {
  company_country_needed: paths.installation(),
  seller_needed: paths.numberSeries(),
  no_vat_rate: paths.numberSeries(),
};

function WayThere({ problem: { code, stop: name } }: { problem: LaunchProblem }) {
  const t = useTexts(texts);
  const { stop } = useAddresses();
  const settings = useMay('settings.edit') ? IN_SETTINGS[code] : undefined;
  if (settings !== undefined) return <Link href={settings}>{t('openSettings')}</Link>;
  return <Link href={stop(name)}>{t('goToStop', { stop: t(`stop_${name}`) })}</Link>;
}
