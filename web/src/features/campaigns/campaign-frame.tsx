import { IconHistory, IconListDetails, IconProgressCheck, IconRoute, IconUsers } from '@tabler/icons-react';
import { useTexts } from '../../i18n/use-texts.ts';
import { campaignStop, paths } from '../../paths.ts';
import { Alert } from '../../ui/alert.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { RouterLink } from '../../ui/router-link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Outlet, useParam, usePath } from '../../url.ts';
import { CampaignContext, type Here, useCampaignPage } from './campaign-context.ts';
import { CampaignMenu } from './campaign-menu.tsx';
import { Road } from './road.tsx';
import { SendButton } from './send-button.tsx';
import { texts } from './texts/texts.ts';
import { UndoBar } from './undo-bar.tsx';
import { CampaignStatus } from './words.tsx';
import './campaign.css';

/** A campaign’s page: its name, its state and its paper plane on top, the switch of views at the left. */
export function CampaignFrame() {
  const t = useTexts(texts);
  const id = useParam('id');
  const { here, problem, again } = useCampaignPage(id);
  const crumbs = [{ label: t('campaigns'), href: paths.campaigns() }];
  if (here === null) {
    return (
      <Page title={t('campaign')} crumbs={crumbs}>
        {problem ? (
          <Alert tone="bad" action={<Button onClick={again}>{t('reload')}</Button>}>
            {problem.message}
          </Alert>
        ) : (
          <Skeleton lines={8} />
        )}
      </Page>
    );
  }
  const { campaign } = here;
  return (
    <CampaignContext value={here}>
      <Page
        title={campaign.name}
        crumbs={crumbs}
        mark={
          <>
            <CampaignStatus state={campaign.state} />
            <Badge>{campaign.code}</Badge>
            {campaign.archivedAt ? <Badge tone="warn">{t('archivedMark')}</Badge> : null}
          </>
        }
        actions={
          <>
            <CampaignMenu />
            <SendButton />
          </>
        }
      >
        <UndoBar />
        <div className="campaign">
          <Views here={here} />
          <div className="campaign-view">
            <Road />
            <Outlet />
          </div>
        </div>
      </Page>
    </CampaignContext>
  );
}

/** E26: a panel at the left switches what the main panel shows. */
function Views({ here: { campaign, prepared, last } }: { here: Here }) {
  const t = useTexts(texts);
  const path = usePath();
  const { id } = campaign;
  const views = [
    { label: t('viewDetails'), href: campaignStop(id, last ? 'results' : 'why'), Icon: IconRoute, count: null },
    {
      label: t('viewRecipients'),
      href: paths.campaignRecipients(id),
      Icon: IconUsers,
      count: prepared?.sums.planned ?? null,
    },
    { label: t('viewLog'), href: paths.campaignLog(id), Icon: IconListDetails, count: last?.sums.planned ?? null },
    { label: t('viewProgress'), href: paths.campaignProgress(id), Icon: IconProgressCheck, count: null },
    { label: t('viewHistory'), href: paths.campaignHistory(id), Icon: IconHistory, count: null },
  ];
  const current = views.slice(1).find((view) => path === view.href) ?? views[0];
  return (
    <nav className="campaign-views" aria-label={t('views')}>
      {views.map((view) => (
        <RouterLink
          key={view.label}
          href={view.href}
          className="campaign-tab"
          aria-current={view === current ? 'page' : undefined}
        >
          <view.Icon size={18} stroke={1.75} aria-hidden="true" />
          <span>{view.label}</span>
          {view.count === null ? null : (
            <span className="campaign-tab-count">{t('number', { number: view.count })}</span>
          )}
        </RouterLink>
      ))}
    </nav>
  );
}
