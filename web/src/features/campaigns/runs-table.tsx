import type { Run } from '../../../../contract/runs.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Count, When } from '../../ui/values.tsx';
import { useHere } from './campaign-context.ts';
import { runTexts } from './run-texts/texts.ts';
import { RunStatus } from './words.tsx';

/** Every distribution of the campaign. */
export function RunsTable({ runs }: { runs: readonly Run[] }) {
  const t = useTexts(runTexts);
  const { campaign } = useHere();
  return (
    <PlainTable
      label={t('runsTitle')}
      rows={runs}
      rowKey={(run) => run.id}
      rowName={(run) => t(`mode_${run.mode}`)}
      rowHref={(run) => paths.campaignLog(campaign.id, { action: run.actionId, run: run.id })}
      columns={[
        {
          key: 'mode',
          header: t('distribution'),
          always: true,
          width: 8.5,
          cell: (run) => (run.mode === 'main' && run.scope === 'hand' ? t('handOnly') : t(`mode_${run.mode}`)),
        },
        { key: 'state', header: t('state'), width: 9, cell: (run) => <RunStatus state={run.state} /> },
        { key: 'started', header: t('started'), width: 14, cell: (run) => <When at={run.startedAt} /> },
        {
          key: 'planned',
          header: t('planned'),
          align: 'end',
          width: 6.75,
          cell: (run) => <Count value={run.sums.planned} />,
        },
        { key: 'sent', header: t('line_sent'), align: 'end', width: 6, cell: (run) => <Count value={run.sums.sent} /> },
        {
          key: 'failed',
          header: t('line_failed'),
          align: 'end',
          width: 6,
          cell: (run) => <Count value={run.sums.failed} />,
        },
      ]}
    />
  );
}
