import { IconCalendarDue } from '@tabler/icons-react';
import { campaignPlan, type PlannedAction } from '../../../../contract/calendar.ts';
import { isProfiled } from '../../../../contract/tracks.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { TimeZoneContext } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { campaignStop, paths } from '../../paths.ts';
import type { Column } from '../../table/column.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Card, Section } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { When } from '../../ui/values.tsx';
import { Activities } from './activities.tsx';
import { useHere } from './campaign-context.ts';
import { CampaignFiles } from './campaign-files.tsx';
import { CampaignNotes } from './campaign-notes.tsx';
import { planTexts } from './plan-texts/texts.ts';
import { type Plan, PlanTimeline } from './plan-timeline.tsx';
import { useActionName } from './words.tsx';

/** What a campaign does when: its actions with what each waits for, and what people do around them. */
export function PlanView() {
  const t = useTexts(planTexts);
  const { campaign } = useHere();
  const { data } = useEndpoint(campaignPlan, { id: campaign.id }, { keep: true, every: 30_000 });
  if (!data) return <Skeleton lines={6} />;
  return (
    <TimeZoneContext value={data.timeZone}>
      <Stack>
        <Section title={t('timeline')} text={t('timelineText', { zone: data.timeZone.replaceAll('_', ' ') })}>
          <TimelineCard plan={data} />
          <ActionTable plan={data} />
        </Section>
        <Activities />
        <CampaignFiles />
        <CampaignNotes />
      </Stack>
    </TimeZoneContext>
  );
}

function TimelineCard({ plan }: { plan: Plan }) {
  const t = useTexts(planTexts);
  const dated = plan.actions.some(({ at }) => at !== null) || plan.occasion !== null || plan.activities.length > 0;
  return (
    <Card>
      {dated ? (
        <PlanTimeline plan={plan} />
      ) : (
        <EmptyState
          icon={<IconCalendarDue size={26} stroke={1.5} />}
          title={t('nothingDated')}
          text={t('nothingDatedText')}
        />
      )}
    </Card>
  );
}

function ActionTable({ plan: { actions } }: { plan: Plan }) {
  const t = useTexts(planTexts);
  const { campaign } = useHere();
  const nameOf = useActionName();
  const columns: Column<PlannedAction>[] = [
    { key: 'name', header: t('action'), cell: nameOf, always: true, width: 9 },
    { key: 'when', header: t('when'), cell: (action) => <Start action={action} />, width: 17 },
    { key: 'after', header: t('waitsFor'), cell: (action) => <Reasons action={action} actions={actions} /> },
  ];
  return (
    <PlainTable
      label={t('timeline')}
      columns={columns}
      rows={actions}
      rowKey={({ id }) => id}
      rowName={nameOf}
      rowHref={({ id }) =>
        isProfiled(campaign.kind)
          ? paths.campaignTracks(campaign.id)
          : campaignStop(campaign.id, 'when', { action: id })
      }
    />
  );
}

function Start({ action: { at, expected } }: { action: PlannedAction }) {
  const t = useTexts(planTexts);
  if (at === null) return <span className="text-quiet">{t('atSending')}</span>;
  return (
    <>
      <When at={at} />
      {expected ? <span className="text-quiet"> ({t('expected')})</span> : null}
    </>
  );
}

function Reasons({ action, actions }: { action: PlannedAction; actions: Plan['actions'] }) {
  const t = useTexts(planTexts);
  const nameOf = useActionName();
  const said = action.after.flatMap(({ actionId, by, hours }) => {
    const before = actions.find(({ id }) => id === actionId);
    if (!before) return [];
    const name = nameOf(before);
    if (by === 'time') return [t('afterHours', { name, count: hours ?? 0 })];
    return [t(by === 'group' ? 'afterGroup' : 'afterRule', { name })];
  });
  return said.length === 0 ? '–' : said.join('; ');
}
