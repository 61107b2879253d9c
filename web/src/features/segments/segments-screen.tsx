import { IconPlus } from '@tabler/icons-react';
import { RULE_PARTY_KINDS, type RulePartyKind } from '../../../../contract/audience.ts';
import { listSegments, type SegmentRow } from '../../../../contract/segments.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { When } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { SegmentCount } from './segment-count.tsx';
import { texts } from './texts/texts.ts';
import { useDeleteSegment } from './use-delete-segment.ts';

/** The saved segments, each with its count of now. */
export function SegmentsScreen() {
  const t = useTexts(texts);
  const [search, change] = useSearchState<{ kind?: RulePartyKind | undefined }>();
  const mayEdit = useMay('segment.edit');
  const remove = useDeleteSegment();
  const create = mayEdit ? (
    <Button look="primary" icon={<IconPlus size={16} />} href={paths.newSegment()}>
      {t('newSegment')}
    </Button>
  ) : undefined;
  const columns: Column<SegmentRow>[] = [
    { key: 'name', header: t('name'), cell: (row) => row.name, sort: true, always: true, width: 18 },
    { key: 'partyKind', header: t('selects'), cell: (row) => t(`kind_${row.partyKind}`), sort: true, width: 9 },
    { key: 'count', header: t('countNow'), cell: (row) => <SegmentCount id={row.id} />, width: 8, align: 'end' },
    { key: 'description', header: t('description'), cell: (row) => row.description, width: 18 },
    { key: 'owner', header: t('owner'), cell: (row) => row.owner?.name ?? '–', width: 10, hidden: true },
    {
      key: 'updatedAt',
      header: t('changed'),
      cell: (row) => <When at={row.updatedAt} show="relative" />,
      sort: true,
      width: 10,
    },
  ];
  return (
    <Page title={t('segments')} text={t('text')} actions={create}>
      <DataTable
        label={t('segments')}
        source={listSegments}
        input={{ partyKind: search.kind }}
        columns={columns}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={(row) => paths.segment(row.id)}
        rowMenu={(row) => [mayEdit && { label: t('deleteSegment'), danger: true, onClick: () => void remove(row) }]}
        sorted={{ sort: 'name', direction: 'asc' }}
        searchHint={t('searchHint')}
        filters={
          <SelectField
            label={t('selects')}
            hideLabel
            clearable
            nothing={t('anyKind')}
            choices={RULE_PARTY_KINDS.map((value) => ({ value, label: t(`kind_${value}`) }))}
            value={search.kind ?? null}
            onChange={(kind) => change({ kind: kind ?? undefined })}
          />
        }
        empty={<EmptyState title={t('noneYet')} text={t('noneYetText')} action={create} />}
      />
    </Page>
  );
}
