import { IconSend } from '@tabler/icons-react';
import { WORK_CHANNELS } from '../../../../contract/action-work.ts';
import { reachesOut, sells } from '../../../../contract/campaigns.ts';
import { campaignReport } from '../../../../contract/runs.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Section } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useHere } from './campaign-context.ts';
import { Issued } from './issued.tsx';
import { LinkClicks } from './link-clicks.tsx';
import { LiveRun } from './live-run.tsx';
import { Rates } from './rates.tsx';
import { reportNow } from './report-now.ts';
import { ReportTimeline } from './report-timeline.tsx';
import { ReportWaterfall } from './report-waterfall.tsx';
import { RetryHint } from './retry-hint.tsx';
import { runTexts } from './run-texts/texts.ts';
import { RunsTable } from './runs-table.tsx';
import { WaitingDate } from './waiting-date.tsx';
import { WorkGivenOut } from './work-given-out.tsx';

/** The ledger moves with the run; only what is counted line by line waits for the next report. */
const GOING_MS = 5_000;

/** While it goes, how far it is; afterwards what came of it. */
export function ResultsStop() {
  const t = useTexts(runTexts);
  const { campaign, runs, live, nextDate, last, action } = useHere();
  const going = live !== null && live.state === 'sending';
  const asked = useEndpoint(
    campaignReport,
    { id: campaign.id, actionId: action.id },
    { every: going ? GOING_MS : 30_000, keep: true },
  );
  const report = asked.data && reportNow(asked.data, runs);
  if (!live && !nextDate && !last) {
    return (
      <EmptyState
        icon={<IconSend size={28} stroke={1.5} />}
        title={t('nothingSentTitle')}
        text={t('nothingSentText')}
      />
    );
  }
  const work = WORK_CHANNELS.includes(action.channel);
  const message = reachesOut(action.channel) && !work;
  const opens = action.channel === 'email';
  return (
    <Stack>
      {live ? <LiveRun run={live} /> : null}
      {nextDate ? <WaitingDate run={nextDate} /> : null}
      {last?.state === 'finished' && !live ? <Outcome /> : null}
      {last?.state === 'stopped' && !live ? (
        <Alert tone="warn" title={t('stoppedTitle')}>
          {last.sums.dropped === 0 ? t('stoppedTooLate') : t('stoppedText', { count: last.sums.dropped })}
        </Alert>
      ) : null}
      {live ? null : <RetryHint />}
      {asked.problem ? <Alert tone="bad">{asked.problem.message}</Alert> : null}
      {report && last ? (
        <>
          <Section title={t('ledgerTitle')} text={t('ledgerText')}>
            <ReportWaterfall report={report} />
          </Section>
          {message ? (
            <Section title={t('ratesTitle')} text={going ? `${t('ratesText')} ${t('ratesGoing')}` : t('ratesText')}>
              <Rates report={report} opens={opens} going={going} />
            </Section>
          ) : null}
          {message ? <ReportTimeline timeline={report.timeline} opens={opens} /> : null}
          {message && report.links.length > 0 ? (
            <Section title={t('linksTitle')} text={t('linksText')}>
              <LinkClicks links={report.links} />
            </Section>
          ) : null}
          <Section title={t('runsTitle')}>
            <RunsTable runs={report.runs} />
          </Section>
        </>
      ) : last ? (
        <Skeleton lines={8} />
      ) : null}
    </Stack>
  );
}

function Outcome() {
  const { channel } = useHere().action;
  if (WORK_CHANNELS.includes(channel)) return <WorkGivenOut />;
  return sells(channel) ? <Issued /> : <Finished />;
}

/** Q26: the system tells when the distribution succeeded. */
function Finished() {
  const t = useTexts(runTexts);
  const { last } = useHere();
  if (!last) return null;
  const { sent, planned, failed, unknown, dropped } = last.sums;
  const clean = sent === planned;
  return (
    <Alert tone={clean ? 'good' : 'warn'} title={t('finishedTitle')}>
      {t('finishedText', { sent, planned })} {failed > 0 ? `${t('finishedFailed', { count: failed })} ` : ''}
      {unknown > 0 ? `${t('finishedUnknown', { count: unknown })} ` : ''}
      {dropped > 0 ? t('finishedDropped', { count: dropped }) : ''}
    </Alert>
  );
}
