import { reachesOut } from '../../../../contract/campaigns.ts';
import { campaignReport } from '../../../../contract/runs.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Section } from '../../ui/card.tsx';
import { actionTexts } from './action-texts/texts.ts';
import { useHere } from './campaign-context.ts';
import { Rates } from './rates.tsx';
import { reportNow } from './report-now.ts';
import { ReportTimeline } from './report-timeline.tsx';
import { ReportWaterfall } from './report-waterfall.tsx';
import { runTexts } from './run-texts/texts.ts';

/** What all actions brought together, once something has gone. */
export function WholeCampaign() {
  const t = useTexts(actionTexts);
  const r = useTexts(runTexts);
  const { campaign, runs } = useHere();
  const went = campaign.totals.distributions > 0;
  const { data } = useEndpoint(campaignReport, { id: campaign.id }, { when: went, every: 30_000, keep: true });
  if (!data) return null;
  const report = reportNow(data, runs);
  return (
    <>
      <Section title={t('wholeCampaign')} text={t('wholeCampaignText')}>
        <ReportWaterfall report={report} of="campaign" />
      </Section>
      {campaign.actions.some(({ channel }) => reachesOut(channel)) ? (
        <>
          <Section title={r('ratesTitle')} text={r('ratesText')}>
            <Rates report={report} of="campaign" />
          </Section>
          <ReportTimeline timeline={report.timeline} />
        </>
      ) : null}
    </>
  );
}
