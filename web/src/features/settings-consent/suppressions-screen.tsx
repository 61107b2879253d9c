import { IconBan, IconDownload, IconPlus, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import {
  listSuppressions,
  SUPPRESSION_EXPORT,
  SUPPRESSION_KINDS,
  SUPPRESSION_REASONS,
  type Suppression,
} from '../../../../contract/consent.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { Switch } from '../../form/toggle-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { useMay } from '../../session/session.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { useSearchState } from '../../url.ts';
import { AddSuppressionDialog } from './add-suppression-dialog.tsx';
import { ImportSuppressionsDialog } from './import-suppressions-dialog.tsx';
import { useSuppressionColumns } from './suppression-columns.tsx';
import { texts } from './texts/texts.ts';

type Filters = {
  kind?: Suppression['kind'] | undefined;
  reason?: Suppression['reason'] | undefined;
  lifted?: string | undefined;
};

/** Addresses, domains and numbers that are left alone. */
export function SuppressionsScreen() {
  const t = useTexts(texts);
  const mayEdit = useMay('consent.edit');
  const mayExport = useMay('crm.export');
  const [search, change] = useSearchState<Filters>();
  const [dialog, setDialog] = useState<'add' | 'import' | null>(null);
  const columns = useSuppressionColumns(mayEdit);
  const add = mayEdit ? (
    <Button look="primary" icon={<IconPlus size={16} />} onClick={() => setDialog('add')}>
      {t('add')}
    </Button>
  ) : null;
  const actions = (
    <>
      {mayExport ? (
        <Button href={SUPPRESSION_EXPORT} icon={<IconDownload size={16} />}>
          {t('export')}
        </Button>
      ) : null}
      {mayEdit ? (
        <Button icon={<IconUpload size={16} />} onClick={() => setDialog('import')}>
          {t('importList')}
        </Button>
      ) : null}
      {add}
    </>
  );
  return (
    <Page title={t('suppressions')} text={t('suppressionsText')} actions={actions}>
      <DataTable
        label={t('suppressions')}
        source={listSuppressions}
        input={{ kind: search.kind, reason: search.reason, ...(search.lifted === 'yes' ? { lifted: 'true' } : {}) }}
        columns={columns}
        rowKey={(row) => row.id}
        rowName={(row) => row.value}
        exportAt={mayExport ? SUPPRESSION_EXPORT : false}
        sorted={{ sort: 'at', direction: 'desc' }}
        searchHint={t('searchHint')}
        filters={<SuppressionFilters search={search} change={change} />}
        empty={<EmptyState icon={<IconBan size={32} />} title={t('none')} text={t('noneText')} action={add} />}
      />
      <AddSuppressionDialog open={dialog === 'add'} onClose={() => setDialog(null)} />
      <ImportSuppressionsDialog open={dialog === 'import'} onClose={() => setDialog(null)} />
    </Page>
  );
}

function SuppressionFilters({ search, change }: { search: Filters; change: (to: Filters) => void }) {
  const t = useTexts(texts);
  return (
    <>
      <SelectField
        label={t('kind')}
        hideLabel
        clearable
        nothing={t('anyKind')}
        choices={SUPPRESSION_KINDS.map((value) => ({ value, label: t(value) }))}
        value={search.kind ?? null}
        onChange={(kind) => change({ kind: kind ?? undefined })}
      />
      <SelectField
        label={t('reason')}
        hideLabel
        clearable
        nothing={t('anyReason')}
        choices={SUPPRESSION_REASONS.map((value) => ({ value, label: t(value) }))}
        value={search.reason ?? null}
        onChange={(reason) => change({ reason: reason ?? undefined })}
      />
      <Switch
        label={t('showLifted')}
        value={search.lifted === 'yes'}
        onChange={(on) => change({ lifted: on ? 'yes' : undefined })}
      />
    </>
  );
}
