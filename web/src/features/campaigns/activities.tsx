import { IconCheck, IconPencil, IconPlus, IconRotate, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { listActivities, type PlannedActivity, removeActivity, tickActivity } from '../../../../contract/activities.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { Column } from '../../table/column.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Status } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { When } from '../../ui/values.tsx';
import { ActivityForm, staleActivities } from './activity-form.tsx';
import { useHere } from './campaign-context.ts';
import { planTexts } from './plan-texts/texts.ts';

const size = { size: 16, stroke: 1.75 };

/** O49: what people do for the campaign, by whom and until when. */
export function Activities() {
  const t = useTexts(planTexts);
  const common = useTexts(shared);
  const { campaign } = useHere();
  const { data } = useEndpoint(listActivities, { id: campaign.id }, { keep: true });
  const [edited, setEdited] = useState<PlannedActivity | 'new' | null>(null);
  const tick = useAction(tickActivity, { invalidate: staleActivities });
  const remove = useAction(removeActivity, { invalidate: staleActivities });
  const rows = data?.rows ?? [];
  const ask = async ({ id, title }: PlannedActivity) => {
    const question = { title: t('removeTitle', { title }), text: t('removeText'), action: common('remove') };
    if (await confirm({ ...question, danger: true })) remove.run({ id });
  };
  const add = campaign.may.edit ? (
    <Button icon={<IconPlus size={16} />} onClick={() => setEdited('new')}>
      {t('planActivity')}
    </Button>
  ) : null;
  return (
    <Section title={t('activities')} text={t('activitiesText')} actions={rows.length > 0 ? add : null}>
      <PlainTable
        label={t('activities')}
        columns={useColumns(({ id, doneAt }) => tick.run({ id, done: doneAt === null }))}
        rows={rows}
        rowKey={({ id }) => id}
        rowName={({ title }) => title}
        loading={data === undefined}
        onOpen={campaign.may.edit ? setEdited : undefined}
        menu={(activity) => [
          campaign.may.edit && {
            label: common('edit'),
            icon: <IconPencil {...size} />,
            onClick: () => setEdited(activity),
          },
          campaign.may.edit && {
            label: common('remove'),
            icon: <IconTrash {...size} />,
            onClick: () => void ask(activity),
            danger: true,
          },
        ]}
        empty={<EmptyState title={t('noActivities')} text={t('noActivitiesText')} action={add} />}
      />
      {edited ? <ActivityForm activity={edited === 'new' ? null : edited} onClose={() => setEdited(null)} /> : null}
    </Section>
  );
}

function useColumns(tick: (activity: PlannedActivity) => void): Column<PlannedActivity>[] {
  const t = useTexts(planTexts);
  return [
    { key: 'title', header: t('what'), cell: ({ title }) => title, always: true },
    { key: 'responsible', header: t('responsible'), cell: ({ responsible }) => responsible.name, width: 7.5 },
    { key: 'due', header: t('due'), cell: ({ dueAt }) => <When at={dueAt} />, width: 14 },
    { key: 'state', header: t('state'), cell: (activity) => <ActivityState activity={activity} />, width: 10 },
    { key: 'tick', header: '', cell: (activity) => <Tick activity={activity} tick={tick} />, align: 'end', width: 7.5 },
  ];
}

function ActivityState({ activity: { doneAt, doneBy, dueAt } }: { activity: PlannedActivity }) {
  const t = useTexts(planTexts);
  if (doneAt !== null) return <Status tone="good">{t('doneBy', { name: doneBy ?? '–' })}</Status>;
  const late = new Date(dueAt) < new Date();
  return <Status tone={late ? 'bad' : 'neutral'}>{t(late ? 'overdue' : 'open')}</Status>;
}

function Tick({ activity, tick }: { activity: PlannedActivity; tick: (activity: PlannedActivity) => void }) {
  const t = useTexts(planTexts);
  if (!activity.mayTick) return null;
  const done = activity.doneAt !== null;
  return (
    <Button
      size="small"
      icon={done ? <IconRotate {...size} /> : <IconCheck {...size} />}
      onClick={() => tick(activity)}
    >
      {t(done ? 'untick' : 'tick')}
    </Button>
  );
}
