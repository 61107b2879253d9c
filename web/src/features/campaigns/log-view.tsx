import { IconFileSpreadsheet, IconListDetails } from '@tabler/icons-react';
import { useState } from 'react';
import { type Line, listLines, type Run } from '../../../../contract/runs.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { DataTable } from '../../table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Heading } from '../../ui/text.tsx';
import { useSearchState } from '../../url.ts';
import { useHere } from './campaign-context.ts';
import { LineDrawer } from './line-drawer.tsx';
import { FactFilter, type LineFilter, LOG_SHOWS, lineFilterOf, ShowFilter } from './line-filter.tsx';
import { useLogColumns } from './recipient-columns.tsx';
import { runTexts } from './run-texts/texts.ts';
import { UnknownHint } from './unknown-hint.tsx';
import { useExport } from './use-export.ts';

/** The tab Log: what became of each recipient (Q27, Q28). */
export function LogView() {
  const t = useTexts(runTexts);
  const { runs } = useHere();
  const [search] = useSearchState<LineFilter>();
  const sealed = runs.filter((run) => run.sealedAt !== null);
  const counted = sealed.filter((run) => run.mode !== 'test');
  const run = sealed.find(({ id }) => id === String(search.run)) ?? counted[0] ?? sealed[0];
  if (!run) {
    return (
      <EmptyState icon={<IconListDetails size={28} stroke={1.5} />} title={t('noLogTitle')} text={t('noLogText')} />
    );
  }
  if (search.run === 'all') {
    return (
      <Stack gap="large">
        {counted.map((one) => (
          <section key={one.id}>
            <RunHeading run={one} />
            <LogTable run={one} sealed={sealed} />
          </section>
        ))}
      </Stack>
    );
  }
  return (
    <Stack>
      <UnknownHint run={run} />
      <LogTable run={run} sealed={sealed} chooser />
    </Stack>
  );
}

function useRunName(): (run: Run) => string {
  const t = useTexts(runTexts);
  const format = useFormat();
  return (run) => {
    const what = run.mode === 'main' && run.scope === 'hand' ? t('handOnly') : t(`mode_${run.mode}`);
    return `${what} · ${format.dateTime(run.startedAt ?? run.sealedAt ?? run.createdAt)}`;
  };
}

function RunHeading({ run }: { run: Run }) {
  return <Heading level={3}>{useRunName()(run)}</Heading>;
}

function LogTable({ run, sealed, chooser }: { run: Run; sealed: readonly Run[]; chooser?: boolean }) {
  const t = useTexts(runTexts);
  const nameOf = useRunName();
  const [search, change] = useSearchState<LineFilter>();
  const [opened, setOpened] = useState<Line | null>(null);
  const exports = useExport(run);
  const size = { size: 16, stroke: 1.75 };
  return (
    <>
      <DataTable
        label={t('log')}
        source={listLines}
        input={{ id: run.id, ...lineFilterOf(search) }}
        rowKey={(line) => String(line.no)}
        rowName={(line) => line.name}
        columns={useLogColumns()}
        searchHint={t('searchRecipients')}
        onOpen={setOpened}
        every={run.state === 'sending' ? 2000 : undefined}
        filters={
          <>
            {chooser && sealed.length > 1 ? (
              <SelectField
                label={t('distribution')}
                hideLabel
                choices={sealed.map((one) => ({ value: one.id, label: nameOf(one) }))}
                value={run.id}
                onChange={(id) => change({ run: id ?? undefined })}
              />
            ) : null}
            <ShowFilter choices={LOG_SHOWS} standard="all" />
            <FactFilter />
          </>
        }
        menu={() => [
          { label: t('exportXlsx'), icon: <IconFileSpreadsheet {...size} />, onClick: () => exports('xlsx') },
          { label: t('exportCsv'), icon: <IconFileSpreadsheet {...size} />, onClick: () => exports('csv') },
        ]}
        empty={<EmptyState title={t('nobodyTitle')} text={t('nobodyText')} />}
      />
      {opened ? <LineDrawer line={opened} onClose={() => setOpened(null)} /> : null}
    </>
  );
}
