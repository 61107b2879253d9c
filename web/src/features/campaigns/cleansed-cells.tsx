import { IconCheck, IconX } from '@tabler/icons-react';
import {
  CLEANSED_STATES,
  type CleansedCell,
  type CleansedState,
  type Cleansing,
  listCleansedCells,
} from '../../../../contract/cleansing.ts';
import { errorMessage } from '../../api/problem.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { nearestLanguage } from '../../i18n/languages.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Row } from '../../ui/layout.tsx';
import { Text } from '../../ui/text.tsx';
import { useSearchState } from '../../url.ts';
import { cleansingTexts } from './cleansing-texts/texts.ts';
import { useSettleCells } from './use-settle-cells.ts';

function useColumns(): Column<CleansedCell>[] {
  const t = useTexts(cleansingTexts);
  const language = nearestLanguage([useFormat().language]);
  const note = ({ reason, changedTo, given }: CleansedCell) => {
    if (reason) return errorMessage(reason, { value: given, name: given, line: 0, max: 0 });
    return changedTo === null ? '' : t('changedTo', { value: changedTo || t('nothing') });
  };
  return [
    { key: 'record', header: t('record'), cell: (row) => row.asset, always: true, width: 11 },
    { key: 'field', header: t('field'), cell: (row) => row.label[language], width: 8 },
    { key: 'was', header: t('was'), cell: (row) => row.was || t('nothing'), width: 8 },
    { key: 'given', header: t('given'), cell: (row) => row.given || t('emptied'), width: 8 },
    {
      key: 'why',
      header: t('why'),
      width: 11,
      cell: (row) => (
        <Text as="span" tone={row.reason || row.changedTo !== null ? 'bad' : 'quiet'}>
          {note(row)}
        </Text>
      ),
    },
  ];
}

/** What a returned file would change; each cell is applied or refused, alone, marked together, or all. */
export function CleansedCells({ cleansing }: { cleansing: Cleansing }) {
  const t = useTexts(cleansingTexts);
  const [search, change] = useSearchState<{ cells?: CleansedState | undefined }>();
  const state = search.cells ?? 'open';
  const { settle, settleAll, applyAnyway, busy } = useSettleCells(cleansing);
  const decides = useMay('crm.edit') && state === 'open';
  const { open } = cleansing.cells;
  return (
    <>
      {decides && open > 0 ? (
        <Row>
          <Button busy={busy} onClick={() => void settleAll('apply', open)}>
            {t('applyAll')}
          </Button>
          <Button busy={busy} onClick={() => void settleAll('refuse', open)}>
            {t('refuseAll')}
          </Button>
        </Row>
      ) : null}
      <DataTable
        label={t('differences')}
        source={listCleansedCells}
        input={{ id: cleansing.id }}
        always={{ state }}
        rowKey={(row) => row.key}
        rowName={(row) => row.asset}
        rowHref={(row) => paths.asset(row.assetId)}
        columns={useColumns()}
        searchHint={t('search')}
        filters={
          <SelectField<CleansedState>
            label={t('show')}
            hideLabel
            value={state}
            onChange={(cells) => change({ cells: cells ?? undefined })}
            choices={CLEANSED_STATES.map((value) => ({
              value,
              label: t(`state_${value}`, { count: cleansing.cells[value] }),
            }))}
          />
        }
        bulk={
          decides
            ? ({ keys, clear }) => (
                <>
                  <Button size="small" busy={busy} onClick={() => void settle('apply', keys).then(clear)}>
                    {t('applyChosen', { count: keys.length })}
                  </Button>
                  <Button size="small" busy={busy} onClick={() => void settle('refuse', keys).then(clear)}>
                    {t('refuseChosen', { count: keys.length })}
                  </Button>
                </>
              )
            : undefined
        }
        rowMenu={(row) =>
          decides
            ? [
                row.changedTo === null
                  ? { label: t('apply'), icon: <IconCheck size={16} />, onClick: () => void settle('apply', [row.key]) }
                  : { label: t('applyAnyway'), icon: <IconCheck size={16} />, onClick: () => void applyAnyway(row) },
                { label: t('refuse'), icon: <IconX size={16} />, onClick: () => void settle('refuse', [row.key]) },
              ]
            : []
        }
        empty={<EmptyState title={t('sameTitle')} text={t('sameText')} />}
      />
    </>
  );
}
