import { IconPlus, IconUpload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CrmEntity } from '../../../../contract/crm-fields.ts';
import type { Endpoint, SentTo } from '../../../../contract/endpoint.ts';
import type { RowOf } from '../../api/use-endpoint.ts';
import { useMay } from '../../session/session.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Row } from '../../ui/layout.tsx';
import { Page } from '../../ui/page.tsx';
import { PickedActions } from './picked-actions.tsx';

interface PartyListProps<E extends Endpoint> {
  entity: CrmEntity;
  words: { title: string; text: string; search: string; create: string; none: string; noneText: string };
  source: E;
  filter: Record<string, string | undefined>;
  columns: readonly Column<RowOf<E>>[];
  rowName: (row: RowOf<E>) => string;
  rowHref: (row: RowOf<E>) => string;
  newHref: string;
  /** Where a file of these is brought in. */
  bring?: { label: string; href: string } | undefined;
  filters: ReactNode;
}

const FOLDER: Record<CrmEntity, string> = { contact: 'contacts', company: 'companies', lead: 'leads', asset: 'assets' };

/** A list of contacts, companies, leads or assets: searched, filtered, sorted, exported, tagged. */
export function PartyList<E extends Endpoint>({
  entity,
  words,
  source,
  columns,
  filter,
  bring,
  ...props
}: PartyListProps<E>) {
  const [mayEdit, mayImport, mayExport] = [useMay('crm.edit'), useMay('crm.import'), useMay('crm.export')];
  const begin = (
    <>
      {bring && mayImport ? (
        <Button icon={<IconUpload size={16} />} href={bring.href}>
          {bring.label}
        </Button>
      ) : null}
      {mayEdit ? (
        <Button look="primary" icon={<IconPlus size={16} />} href={props.newHref}>
          {words.create}
        </Button>
      ) : null}
    </>
  );
  return (
    <Page title={words.title} text={words.text} actions={begin}>
      <DataTable
        label={words.title}
        source={source}
        input={filter as unknown as SentTo<E>}
        columns={columns}
        rowKey={(row) => (row as { id: string }).id}
        rowName={props.rowName}
        rowHref={props.rowHref}
        sorted={{ sort: 'name', direction: 'asc' }}
        searchHint={words.search}
        filters={props.filters}
        bulk={mayEdit ? (picked) => <PickedActions entity={entity} picked={picked} /> : undefined}
        exportAt={mayExport ? `/api/${FOLDER[entity]}/export` : false}
        empty={<EmptyState title={words.none} text={words.noneText} action={<Row>{begin}</Row>} />}
      />
    </Page>
  );
}
