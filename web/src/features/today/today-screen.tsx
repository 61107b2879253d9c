import { IconPlus, IconSun } from '@tabler/icons-react';
import { today } from '../../../../contract/runs.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FirstSteps } from './first-steps.tsx';
import { isTroubled, NeedsYou } from './needs-you.tsx';
import { Planned } from './planned.tsx';
import { RunningNow } from './running-now.tsx';
import { SinceYesterday } from './since-yesterday.tsx';
import { texts } from './texts/texts.ts';
import './today.css';

const LIVE_MS = 2_000;
const QUIET_MS = 30_000;

/** The start page: what needs a person, what goes on, what happened since yesterday. */
export function TodayScreen() {
  const t = useTexts(texts);
  const busy = useEndpoint(today, {}).data?.running.some(({ state }) => state === 'sending');
  const { data, problem } = useEndpoint(today, {}, { every: busy ? LIVE_MS : QUIET_MS });
  const create = useMay('campaign.create') ? (
    <Button look="primary" icon={<IconPlus size={16} />} href={paths.newCampaign()}>
      {t('newCampaign')}
    </Button>
  ) : undefined;
  if (!data) {
    return (
      <Page title={t('today')}>{problem ? <Alert tone="bad">{problem.message}</Alert> : <Skeleton lines={5} />}</Page>
    );
  }
  const going = data.running.filter((run) => !isTroubled(run));
  const shown = [data.running, data.unknown, data.pausedAccounts, data.finished, data.activities, data.approvals];
  const quiet = shown.every(({ length }) => length === 0);
  return (
    <Page title={t('today')} actions={data.sentBefore ? create : undefined}>
      {data.sentBefore ? null : <FirstSteps />}
      <NeedsYou today={data} />
      {data.activities.length > 0 ? <Planned activities={data.activities} /> : null}
      {going.length > 0 ? <RunningNow runs={going} /> : null}
      {data.finished.length > 0 ? <SinceYesterday runs={data.finished} /> : null}
      {data.sentBefore && quiet ? (
        <EmptyState
          icon={<IconSun size={26} stroke={1.5} />}
          title={t('quietTitle')}
          text={t('quietText')}
          action={<Button href={paths.campaigns()}>{t('toCampaigns')}</Button>}
        />
      ) : null}
    </Page>
  );
}
