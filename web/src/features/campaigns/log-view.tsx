import { IconListDetails } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { listCampaignLines } from '../../../../contract/reporting.ts';
import { type Line, listLines, type Run } from '../../../../contract/runs.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useMay } from '../../session/session.ts';
import { DataTable } from '../../table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Stack } from '../../ui/layout.tsx';
import { useSearchState } from '../../url.ts';
import { actionTexts } from './action-texts/texts.ts';
import { AddresseeSwitch } from './addressee-switch.tsx';
import { useHere } from './campaign-context.ts';
import { LetterBatches } from './letter-batches.tsx';
import { LineDrawer } from './line-drawer.tsx';
import {
  FactFilter,
  type LineFilter,
  LOG_SHOWS,
  lineFilterOf,
  ReachFilter,
  ShowFilter,
  UrlFilter,
} from './line-filter.tsx';
import { useLogColumns } from './recipient-columns.tsx';
import type { Of } from './report-waterfall.tsx';
import { runTexts } from './run-texts/texts.ts';
import { UnknownHint } from './unknown-hint.tsx';

/** The tab Log: what became of each recipient (Q27, Q28), of one distribution or of the campaign as its report counts. */
export function LogView() {
  const t = useTexts(runTexts);
  const { runs, campaign } = useHere();
  const [search] = useSearchState<LineFilter>();
  const sealed = runs.filter((run) => run.sealedAt !== null);
  const counted = sealed.filter((run) => run.mode !== 'test');
  const run = sealed.find(({ id }) => id === String(search.run)) ?? counted[0] ?? sealed[0];
  const chooser = (value: string) => (
    <RunChooser sealed={sealed} all={counted.length > 1 || value === 'all'} value={value} />
  );
  if (search.run === 'campaign' && campaign.totals.distributions > 0)
    return <CampaignTable of="campaign" chooser={chooser('campaign')} />;
  if (!run) {
    return (
      <EmptyState icon={<IconListDetails size={28} stroke={1.5} />} title={t('noLogTitle')} text={t('noLogText')} />
    );
  }
  const all = search.run === 'all' && counted.length > 0;
  return (
    <Stack>
      {(all ? counted : [run]).map((one) => (
        <UnknownHint key={one.id} run={one} />
      ))}
      <LetterBatches />
      {all ? <CampaignTable of="all" chooser={chooser('all')} /> : <RunTable run={run} chooser={chooser(run.id)} />}
    </Stack>
  );
}

/** Which distribution, or all of them together. */
function RunChooser({ sealed, all, value }: { sealed: readonly Run[]; all: boolean; value: string }) {
  const t = useTexts(runTexts);
  const a = useTexts(actionTexts);
  const several = useHere().campaign.actions.length > 1;
  const format = useFormat();
  const [, change] = useSearchState<LineFilter>();
  if (sealed.length < 2 && !several) return null;
  const nameOf = (run: Run) => {
    const what = run.mode === 'main' && run.scope === 'hand' ? t('handOnly') : t(`mode_${run.mode}`);
    return `${what} · ${format.dateTime(run.startedAt ?? run.sealedAt ?? run.createdAt)}`;
  };
  return (
    <SelectField
      label={t('distribution')}
      hideLabel
      choices={[
        ...(several ? [{ value: 'campaign', label: a('wholeCampaign') }] : []),
        ...(all ? [{ value: 'all', label: t('allDistributions') }] : []),
        ...sealed.map((one) => ({ value: one.id, label: nameOf(one) })),
      ]}
      value={value}
      onChange={(id) =>
        change({ run: id ?? undefined, actor: undefined, url: undefined, delivered: undefined, tracked: undefined })
      }
    />
  );
}

/** What both tables have: columns, filters, files, and a drawer for a line. */
function useLogTable(exportAt: `/api/${string}`, chooser: ReactNode) {
  const t = useTexts(runTexts);
  const [opened, setOpened] = useState<Line | null>(null);
  const mayExport = useMay('ledger.export');
  return {
    table: {
      label: t('log'),
      rowKey: (line: Line) => `${line.runId} ${line.no}`,
      rowName: (line: Line) => line.name,
      searchHint: t('searchRecipients'),
      onOpen: setOpened,
      filters: (
        <>
          {chooser}
          <AddresseeSwitch />
          <ShowFilter choices={LOG_SHOWS} standard="all" />
          <FactFilter />
          <UrlFilter />
          <ReachFilter />
        </>
      ),
      exportAt: mayExport && exportAt,
      empty: <EmptyState title={t('nobodyTitle')} text={t('nobodyText')} />,
    },
    drawer: opened ? <LineDrawer line={opened} onClose={() => setOpened(null)} /> : null,
  };
}

const isGoing = (run: Run) => run.state === 'sending';

function RunTable({ run, chooser }: { run: Run; chooser: ReactNode }) {
  const [search] = useSearchState<LineFilter>();
  const { table, drawer } = useLogTable('/api/runs/:id/export', chooser);
  const columns = useLogColumns();
  return (
    <>
      <DataTable
        {...table}
        source={listLines}
        input={{ id: run.id, ...lineFilterOf(search) }}
        columns={columns}
        every={isGoing(run) ? 2000 : undefined}
      />
      {drawer}
    </>
  );
}

const SORTABLE = new Set(['name', 'address', 'at']);

/** Everyone that the report of the action or the whole campaign counts: the last line of each chain of retries. */
function CampaignTable({ of, chooser }: { of: Of; chooser: ReactNode }) {
  const { campaign, action, runs } = useHere();
  const [search] = useSearchState<LineFilter>();
  const ofAction = of === 'all' ? { actionId: action.id } : {};
  const { table, drawer } = useLogTable('/api/campaigns/:id/lines/export', chooser);
  const columns = useLogColumns().map((column) => (SORTABLE.has(column.key) ? { ...column, sort: true } : column));
  return (
    <>
      <DataTable
        {...table}
        source={listCampaignLines}
        input={{ id: campaign.id, ...ofAction, ...lineFilterOf(search) }}
        columns={columns}
        every={runs.some(isGoing) ? 2000 : undefined}
      />
      {drawer}
    </>
  );
}
