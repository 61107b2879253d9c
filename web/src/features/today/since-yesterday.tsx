import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import type { Column } from '../../table/column.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Status } from '../../ui/badge.tsx';
import { Section } from '../../ui/card.tsx';
import { Count, When } from '../../ui/values.tsx';
import type { TodaysRun } from './needs-you.tsx';
import { texts } from './texts/texts.ts';

/** The distributions that ended within a day, with what became of their recipients. */
export function SinceYesterday({ runs }: { runs: readonly TodaysRun[] }) {
  const t = useTexts(texts);
  const number = (key: 'planned' | 'sent' | 'failed' | 'unknown' | 'dropped', width: number): Column<TodaysRun> => ({
    key,
    header: t(key),
    cell: ({ sums }) => <Count value={sums[key]} />,
    align: 'end',
    width,
  });
  const columns: Column<TodaysRun>[] = [
    { key: 'campaign', header: t('campaign'), cell: (run) => run.campaignName, always: true, width: 14 },
    {
      key: 'state',
      header: t('ended'),
      cell: ({ state }) => (
        <Status tone={state === 'finished' ? 'good' : 'bad'}>{t(state === 'finished' ? 'finished' : 'stopped')}</Status>
      ),
      width: 7.5,
    },
    number('planned', 6),
    number('sent', 5),
    number('failed', 5.5),
    number('unknown', 6),
    number('dropped', 6.5),
    { key: 'at', header: t('when'), cell: (run) => <When at={run.finishedAt} show="relative" />, width: 8.5 },
  ];
  return (
    <Section title={t('sinceYesterday')}>
      <PlainTable
        label={t('sinceYesterday')}
        columns={columns}
        rows={runs}
        rowKey={(run) => run.id}
        rowName={(run) => run.campaignName}
        rowHref={(run) => paths.campaignResults(run.campaignId, { action: run.actionId })}
      />
    </Section>
  );
}
