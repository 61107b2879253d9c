import { IconPlus } from '@tabler/icons-react';
import {
  listPriceRevisions,
  type PriceRevisionRow,
  REVISION_STATES,
} from '../../../../contract/catalogue-revisions.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Status } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Count, When } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { STATE_TONES } from './revision-state.ts';
import { useRuleWords } from './rule-words.ts';
import { texts } from './texts/texts.ts';

function Rule({ row }: { row: PriceRevisionRow }) {
  return <>{useRuleWords(row.list.currency)(row.rule)}</>;
}

/** Every recalculation of prices: prepared, applied, taken back. */
export function PriceRevisionsScreen() {
  const t = useTexts(texts);
  const [search, change] = useSearchState<{ state: string | undefined }>();
  const mayEdit = useMay('catalogue.edit');
  const create = mayEdit ? (
    <Button look="primary" icon={<IconPlus size={16} />} href={paths.newPriceRevision()}>
      {t('newRevision')}
    </Button>
  ) : null;
  const columns: Column<PriceRevisionRow>[] = [
    { key: 'name', header: t('name'), cell: (row) => row.name, sort: true, always: true, width: 15 },
    {
      key: 'state',
      header: t('state'),
      cell: ({ work, state }) => (
        <Status tone={work ? 'accent' : STATE_TONES[state]}>{t(work ? `work_${work.kind}` : `state_${state}`)}</Status>
      ),
      width: 8,
    },
    { key: 'rule', header: t('rule'), cell: (row) => <Rule row={row} />, width: 17 },
    { key: 'list', header: t('priceList'), cell: (row) => row.list.name, width: 10 },
    {
      key: 'changes',
      header: t('verdict_change'),
      cell: (row) => (row.changes === null ? '–' : <Count value={row.changes} />),
      align: 'end',
      width: 6,
    },
    {
      key: 'from',
      header: t('validFrom'),
      cell: (row) => <When at={row.validFrom ?? row.effectiveOn} show="date" />,
      width: 8,
    },
    {
      key: 'createdAt',
      header: t('created'),
      cell: (row) => <When at={row.createdAt} show="relative" />,
      sort: true,
      width: 8,
    },
  ];
  return (
    <Page title={t('priceRevisions')} text={t('revisionsText')} actions={create}>
      <DataTable
        label={t('priceRevisions')}
        source={listPriceRevisions}
        input={{ state: search.state } as never}
        columns={columns}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={(row) => paths.priceRevision(row.id)}
        sorted={{ sort: 'createdAt', direction: 'desc' }}
        filters={
          <SelectField
            label={t('state')}
            hideLabel
            clearable
            nothing={t('anyState')}
            choices={REVISION_STATES.map((value) => ({ value: value as string, label: t(`state_${value}`) }))}
            value={search.state ?? null}
            onChange={(state) => change({ state: state ?? undefined })}
          />
        }
        empty={<EmptyState title={t('noRevisions')} text={t('noRevisionsText')} action={create} />}
      />
    </Page>
  );
}
