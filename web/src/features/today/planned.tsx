import { IconCheck } from '@tabler/icons-react';
import { tickActivity } from '../../../../contract/activities.ts';
import type { OutputOf } from '../../../../contract/endpoint.ts';
import { today } from '../../../../contract/runs.ts';
import { useAction } from '../../api/use-action.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import type { Column } from '../../table/column.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { When } from '../../ui/values.tsx';
import { texts } from './texts/texts.ts';

type Activity = OutputOf<typeof today>['activities'][number];

/** What the reader planned to do for campaigns, due by tomorrow. */
export function Planned({ activities }: { activities: readonly Activity[] }) {
  const t = useTexts(texts);
  const tick = useAction(tickActivity, { invalidate: [today] });
  const columns: Column<Activity>[] = [
    { key: 'title', header: t('activity'), cell: ({ title }) => title, always: true, width: 16 },
    { key: 'campaign', header: t('campaign'), cell: ({ campaignName }) => campaignName, width: 14 },
    { key: 'due', header: t('due'), cell: (activity) => <Due activity={activity} />, width: 14 },
    {
      key: 'tick',
      header: '',
      cell: ({ id }) => (
        <Button size="small" icon={<IconCheck size={16} stroke={1.75} />} onClick={() => tick.run({ id, done: true })}>
          {t('tick')}
        </Button>
      ),
      align: 'end',
      width: 9,
    },
  ];
  return (
    <Section title={t('activities')}>
      <PlainTable
        label={t('activities')}
        columns={columns}
        rows={activities}
        rowKey={({ id }) => id}
        rowName={({ title }) => title}
        rowHref={({ campaignId }) => paths.campaignPlan(campaignId)}
      />
    </Section>
  );
}

function Due({ activity: { dueAt } }: { activity: Activity }) {
  const t = useTexts(texts);
  const late = new Date(dueAt) < new Date();
  return (
    <>
      <When at={dueAt} />
      {late ? <span className="text-bad"> {t('overdue')}</span> : null}
    </>
  );
}
