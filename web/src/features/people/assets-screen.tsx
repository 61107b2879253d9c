import { type Asset, type AssetType, listAssets, listAssetTypes } from '../../../../contract/assets.ts';
import type { Language } from '../../../../contract/messages/index.ts';
import { listTags } from '../../../../contract/party-selection.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { customKey, useCustomFields } from '../../crm-fields/custom-inputs.tsx';
import { CustomValueText } from '../../crm-fields/custom-value.tsx';
import { UserField } from '../../crm-fields/user-field.tsx';
import { SelectField } from '../../form/choice-fields.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import type { Column } from '../../table/column.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { When } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { assetTexts } from './asset-texts/texts.ts';
import { OwnerLinks } from './owner-links.tsx';
import { TagList } from './party-facts.tsx';
import { PartyList } from './party-list.tsx';

interface AssetFilter extends Record<string, string | undefined> {
  typeId?: string | undefined;
  tag?: string | undefined;
  accountManagerId?: string | undefined;
  held?: string | undefined;
  contactId?: string | undefined;
  companyId?: string | undefined;
}

const SORTED = ['text', 'one_of', 'number', 'money', 'date'];

/** With a type chosen, its own fields are columns. */
function useColumns(type: AssetType | undefined): Column<Asset>[] {
  const t = useTexts(assetTexts);
  const language = useFormat().language as Language;
  const custom = useCustomFields('asset', type?.id ?? null);
  return [
    { key: 'name', header: t('name'), cell: (row) => row.name, sort: true, always: true, width: 12 },
    { key: 'type', header: t('type'), cell: (row) => row.type.name, sort: true, width: 8, hidden: type !== undefined },
    {
      key: 'identifier',
      header: type?.identifierLabel || t('identifier'),
      cell: (row) => row.identifier ?? '–',
      sort: true,
      width: 10,
    },
    { key: 'owner', header: t('owner'), cell: (row) => <OwnerLinks asset={row} />, sort: true, width: 14 },
    ...custom.map(
      (field): Column<Asset> => ({
        key: `custom.${customKey(field)}`,
        header: field.label[language],
        cell: (row) => <CustomValueText field={field} value={row.custom[customKey(field)]} />,
        sort: SORTED.includes(field.type),
        width: 9,
        align: field.type === 'number' || field.type === 'money' ? 'end' : 'start',
      }),
    ),
    {
      key: 'acquiredOn',
      header: t('acquired'),
      cell: (row) => (row.acquiredOn ? <When at={row.acquiredOn} show="date" /> : '–'),
      sort: true,
      width: 8,
    },
    {
      key: 'disposedOn',
      header: t('disposedOn'),
      cell: (row) => (row.disposedOn ? <When at={row.disposedOn} show="date" /> : '–'),
      width: 8,
      hidden: true,
    },
    { key: 'tags', header: t('tags'), cell: (row) => <TagList tags={row.tags} />, width: 10, hidden: true },
  ];
}

interface FiltersProps {
  types: readonly AssetType[];
  filter: AssetFilter;
  change: (next: Partial<AssetFilter>) => void;
}

function AssetFilters({ types, filter, change }: FiltersProps) {
  const t = useTexts(assetTexts);
  const tags = useEndpoint(listTags, { entity: 'asset' });
  return (
    <>
      <SelectField
        label={t('type')}
        hideLabel
        clearable
        nothing={t('anyType')}
        choices={types.map(({ id, name }) => ({ value: id as string, label: name }))}
        value={filter.typeId ?? null}
        onChange={(typeId) => change({ typeId: typeId ?? undefined })}
      />
      <SelectField
        label={t('owned')}
        hideLabel
        clearable
        nothing={t('anyHeld')}
        choices={(['owned', 'disposed'] as const).map((value) => ({ value: value as string, label: t(value) }))}
        value={filter.held ?? null}
        onChange={(held) => change({ held: held ?? undefined })}
      />
      <SelectField
        label={t('tag')}
        hideLabel
        clearable
        nothing={t('anyTag')}
        choices={(tags.data?.tags ?? []).map(({ tag, count }) => ({ value: tag, label: `${tag} (${count})` }))}
        value={filter.tag ?? null}
        onChange={(tag) => change({ tag: tag ?? undefined })}
      />
      <UserField
        label={t('manager')}
        hideLabel
        nothing={t('anyManager')}
        value={filter.accountManagerId ?? null}
        onChange={(id) => change({ accountManagerId: id ?? undefined })}
      />
    </>
  );
}

/** What customers own. */
export function AssetsScreen() {
  const t = useTexts(assetTexts);
  const mayDefine = useMay('settings.edit');
  const [search, change] = useSearchState<AssetFilter>();
  const { typeId, tag, accountManagerId, held, contactId, companyId } = search;
  const filter = { typeId, tag, accountManagerId, held, contactId, companyId };
  const { data } = useEndpoint(listAssetTypes, {});
  const types = (data?.types ?? []).filter((type) => !type.archived);
  const columns = useColumns(types.find((type) => type.id === typeId));
  if (data && types.length === 0)
    return (
      <Page title={t('assets')} text={t('assetsText')}>
        <EmptyState
          title={t('noTypes')}
          text={t('noTypesText')}
          action={
            mayDefine ? (
              <Button look="primary" href={paths.assetTypes()}>
                {t('addType')}
              </Button>
            ) : null
          }
        />
      </Page>
    );
  return (
    <PartyList
      entity="asset"
      words={{
        title: t('assets'),
        text: t('assetsText'),
        search: t('searchAssets'),
        create: t('newAsset'),
        none: t('noAssets'),
        noneText: t('noAssetsText'),
      }}
      source={listAssets}
      filter={filter}
      columns={columns}
      rowName={(row) => row.name}
      rowHref={(row) => paths.asset(row.id)}
      newHref={paths.newAsset({ type: typeId })}
      filters={<AssetFilters types={types} filter={filter} change={change} />}
    />
  );
}
