import { IconPlus } from '@tabler/icons-react';
import { type Asset, listAssets } from '../../../../contract/assets.ts';
import { listCrmFields } from '../../../../contract/crm-fields.ts';
import type { CompanyId, ContactId } from '../../../../contract/ids.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { When } from '../../ui/values.tsx';
import { assetTexts } from './asset-texts/texts.ts';

const SHOWN = 50;

/** What a person or a company owns; nothing at all while the house knows no asset types. */
export function OwnedAssets({ owner }: { owner: { contactId: ContactId } | { companyId: CompanyId } }) {
  const t = useTexts(assetTexts);
  const common = useTexts(shared);
  const mayEdit = useMay('crm.edit');
  const fields = useEndpoint(listCrmFields, {});
  const owned = useEndpoint(listAssets, { ...owner, limit: SHOWN, sort: 'name' });
  const rows = owned.data?.rows ?? [];
  const types = fields.data?.fields.find(({ name }) => name === 'asset.type')?.options ?? [];
  if (types.length === 0) return null;
  const add = mayEdit ? (
    <Button
      size="small"
      icon={<IconPlus size={14} />}
      href={paths.newAsset('contactId' in owner ? { contact: owner.contactId } : { company: owner.companyId })}
    >
      {t('addAsset')}
    </Button>
  ) : null;
  const until = (row: Asset) => (row.disposedOn ? <When at={row.disposedOn} show="date" /> : '–');
  return (
    <Section title={t('ownedHere')} actions={add}>
      <PlainTable
        label={t('ownedHere')}
        rows={rows}
        loading={owned.loading}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={(row) => paths.asset(row.id)}
        columns={[
          { key: 'name', header: t('name'), cell: (row) => row.name, width: 14, always: true },
          { key: 'type', header: t('type'), cell: (row) => row.type.name, width: 9 },
          { key: 'identifier', header: t('identifier'), cell: (row) => row.identifier ?? '–', width: 10 },
          { key: 'disposedOn', header: t('disposedOn'), cell: until, width: 9 },
        ]}
        empty={<EmptyState title={t('nothingOwned')} text={t('nothingOwnedText')} action={add} />}
      />
      {(owned.data?.total ?? 0) > SHOWN ? <Link href={paths.assets(owner)}>{common('all')}</Link> : null}
    </Section>
  );
}
