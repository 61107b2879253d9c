import {
  IconCoins,
  IconEraser,
  IconHistory,
  IconListDetails,
  IconMailQuestion,
  IconProgressCheck,
  IconRoute,
  IconStack2,
  IconTimeline,
  IconUsers,
} from '@tabler/icons-react';
import { isProfiled } from '../../../../contract/tracks.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { MissedRun } from '../../missed-run/missed-run.tsx';
import { campaignStop, paths } from '../../paths.ts';
import { Alert } from '../../ui/alert.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { RouterLink } from '../../ui/router-link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Outlet, useParam, usePath } from '../../url.ts';
import { actionTexts } from './action-texts/texts.ts';
import { answerTexts } from './answer-texts/texts.ts';
import { CampaignContext, type Here, useCampaignPage, useHere } from './campaign-context.ts';
import { CampaignMenu } from './campaign-menu.tsx';
import { cleansingTexts } from './cleansing-texts/texts.ts';
import { moneyTexts } from './money-texts/texts.ts';
import { planTexts } from './plan-texts/texts.ts';
import { Road } from './road.tsx';
import { SendButton } from './send-button.tsx';
import { texts } from './texts/texts.ts';
import { StartProblemList, StartProblems } from './tracks/start-problems.tsx';
import { UndoBar } from './undo-bar.tsx';
import { useAddresses } from './use-addresses.ts';
import { ActionStatus, CampaignStatus, useActionName } from './words.tsx';
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
      <StartProblems>
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
          <StartProblemList />
          {here.live?.state === 'missed' ? (
            <MissedRun run={here.live} title={t('missedTitle')} decides={campaign.may.run} />
          ) : null}
          <div className="campaign">
            <Views here={here} />
            <div className="campaign-view" key={here.action.id}>
              <Road />
              <Outlet />
            </div>
          </div>
        </Page>
      </StartProblems>
    </CampaignContext>
  );
}

/** E26: a panel at the left switches what the main panel shows. */
function Views({ here: { campaign, action, prepared, last } }: { here: Here }) {
  const t = useTexts(texts);
  const a = useTexts(actionTexts);
  const m = useTexts(moneyTexts);
  const answers = useTexts(answerTexts);
  const plan = useTexts(planTexts);
  const cleansing = useTexts(cleansingTexts);
  const path = usePath();
  const addresses = useAddresses();
  const profiled = isProfiled(campaign.kind);
  const details = profiled ? paths.campaignTracks(campaign.id) : addresses.stop(last ? 'results' : 'why');
  const views = [
    { label: t('viewDetails'), href: details, Icon: IconRoute, count: null },
    {
      label: t('viewRecipients'),
      href: addresses.recipients(),
      Icon: IconUsers,
      count: prepared?.sums.planned ?? null,
    },
    { label: t('viewLog'), href: addresses.log(), Icon: IconListDetails, count: last?.sums.planned ?? null },
    ...(action.channel === 'list'
      ? [{ label: cleansing('view'), href: addresses.cleansing(), Icon: IconEraser, count: null }]
      : []),
    { label: a('actions'), href: addresses.actions(), Icon: IconStack2, count: null },
    { label: answers('answers'), href: addresses.answers(), Icon: IconMailQuestion, count: null },
    { label: m('money'), href: addresses.money(), Icon: IconCoins, count: null },
    { label: plan('plan'), href: addresses.plan(), Icon: IconTimeline, count: null },
    { label: t('viewProgress'), href: addresses.progress(), Icon: IconProgressCheck, count: null },
    { label: t('viewHistory'), href: addresses.history(), Icon: IconHistory, count: null },
  ];
  const ofLists = new Set([addresses.recipients(), addresses.actions()]);
  const shown = profiled ? views.filter(({ href }) => !ofLists.has(href)) : views;
  const current = shown.slice(1).find((view) => path === view.href.split('?')[0]) ?? shown[0];
  return (
    <nav className="campaign-views" aria-label={t('views')}>
      <ActionTabs />
      {shown.map((view) => (
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

/** Which action the views are about, where there are several. */
function ActionTabs() {
  const t = useTexts(actionTexts);
  const nameOf = useActionName();
  const { campaign, action } = useHere();
  const path = usePath();
  const told = path === campaignStop(campaign.id, 'results') || path === paths.campaignLog(campaign.id);
  if (campaign.actions.length < 2 || (isProfiled(campaign.kind) && !told)) return null;
  return (
    <ol className="campaign-actions" aria-label={t('actions')}>
      {campaign.actions.map((one) => (
        <li key={one.id}>
          <RouterLink
            href={campaignStop(campaign.id, one.totals.distributions > 0 ? 'results' : 'who', { action: one.id })}
            className="campaign-tab"
            aria-current={one.id === action.id ? 'true' : undefined}
          >
            <span className="campaign-action-name">{nameOf(one)}</span>
            <ActionStatus state={one.state} />
          </RouterLink>
        </li>
      ))}
    </ol>
  );
}
