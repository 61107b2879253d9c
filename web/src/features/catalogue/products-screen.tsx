import { IconPercentage, IconPlus, IconUpload } from '@tabler/icons-react';
import { archiveProducts, listProducts, PRODUCT_KINDS, type ProductRow } from '../../../../contract/catalogue.ts';
import { useAction } from '../../api/use-action.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import type { Column, Picked } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Badge, Status } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Row } from '../../ui/layout.tsx';
import { Page } from '../../ui/page.tsx';
import { When } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { Margin, Price, useGroupChoices, usePriceLists, useTagChoices } from './product-parts.tsx';
import { texts } from './texts/texts.ts';
import { useBeginRevision } from './use-begin-revision.ts';

type Filter = Record<'groupId' | 'kind' | 'tag' | 'listId' | 'archived', string | undefined>;

function useColumns(): Column<ProductRow>[] {
  const t = useTexts(texts);
  return [
    { key: 'name', header: t('name'), cell: (row) => row.name, sort: true, always: true, width: 14.5 },
    { key: 'number', header: t('number'), cell: (row) => row.number, sort: true, width: 6 },
    { key: 'group', header: t('group'), cell: (row) => row.group?.name ?? '–', sort: true, width: 9 },
    { key: 'kind', header: t('kind'), cell: (row) => t(`kind_${row.kind}`), width: 7, hidden: true },
    { key: 'unit', header: t('unit'), cell: (row) => row.unit, width: 5.5 },
    {
      key: 'price',
      header: t('price'),
      cell: (row) => <Price minor={row.price?.amount ?? null} currency={row.price?.currency ?? null} />,
      sort: true,
      align: 'end',
      width: 9,
    },
    {
      key: 'cost',
      header: t('cost'),
      cell: (row) => <Price minor={row.cost} currency={row.costCurrency} />,
      sort: true,
      align: 'end',
      width: 9,
    },
    { key: 'margin', header: t('margin'), cell: (row) => <Margin {...row} />, align: 'end', width: 6 },
    {
      key: 'tags',
      header: t('tags'),
      cell: (row) => (
        <Row>
          {row.tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
        </Row>
      ),
      width: 10,
    },
    {
      key: 'state',
      header: t('state'),
      cell: (row) => (
        <Status tone={row.archived ? 'neutral' : 'good'}>{t(row.archived ? 'archived' : 'active')}</Status>
      ),
      width: 8,
      hidden: true,
    },
    {
      key: 'updatedAt',
      header: t('changed'),
      cell: (row) => <When at={row.updatedAt} show="relative" />,
      sort: true,
      width: 8,
      hidden: true,
    },
  ];
}

function Filters({ filter, change }: { filter: Partial<Filter>; change: (next: Partial<Filter>) => void }) {
  const t = useTexts(texts);
  const one = (name: keyof Filter, label: string, nothing: string, choices: { value: string; label: string }[]) => (
    <SelectField
      label={label}
      hideLabel
      clearable
      nothing={nothing}
      choices={choices}
      value={filter[name] ?? null}
      onChange={(value) => change({ [name]: value ?? undefined })}
    />
  );
  const kinds = PRODUCT_KINDS.map((value) => ({ value, label: t(`kind_${value}`) }));
  const states = [
    { value: 'yes', label: t('archivedOnly') },
    { value: 'all', label: t('archivedToo') },
  ];
  return (
    <>
      {one('listId', t('priceList'), t('defaultList'), usePriceLists().choices)}
      {one('groupId', t('group'), t('anyGroup'), useGroupChoices())}
      {one('kind', t('kind'), t('anyKind'), kinds)}
      {one('tag', t('tag'), t('anyTag'), useTagChoices())}
      {one('archived', t('state'), t('active'), states)}
    </>
  );
}

function PickedProducts({ picked, listId }: { picked: Picked; listId: string | undefined }) {
  const t = useTexts(texts);
  const begin = useBeginRevision(listId);
  const archive = useAction(archiveProducts, { invalidate: [listProducts], onSuccess: picked.clear });
  return (
    <>
      <Button
        size="small"
        icon={<IconPercentage size={14} />}
        busy={begin.busy}
        onClick={() => begin.withMarked(picked.keys)}
      >
        {t('revisePrices')}
      </Button>
      <Button
        size="small"
        busy={archive.busy}
        onClick={() => archive.run({ ids: picked.keys.slice(0, 500) as never, archived: true })}
      >
        {t('archive')}
      </Button>
    </>
  );
}

/** What is sold: searched, filtered, sorted, exported, and on the way to a price revision. */
export function ProductsScreen() {
  const t = useTexts(texts);
  const [mayEdit, mayImport] = [useMay('catalogue.edit'), useMay('crm.import')];
  const [search, change] = useSearchState<Filter>();
  const { groupId, kind, tag, listId, archived } = search;
  const filter = { groupId, kind, tag, listId, archived };
  const columns = useColumns();
  const create = mayEdit ? (
    <>
      {mayImport ? (
        <Button icon={<IconUpload size={16} />} href={paths.newImport({ entity: 'product' })}>
          {t('importProducts')}
        </Button>
      ) : null}
      <Button look="primary" icon={<IconPlus size={16} />} href={paths.newProduct()}>
        {t('newProduct')}
      </Button>
    </>
  ) : null;
  return (
    <Page title={t('products')} text={t('productsText')} actions={create}>
      <DataTable
        label={t('products')}
        source={listProducts}
        input={filter as never}
        columns={columns}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={(row) => paths.product(row.id)}
        sorted={{ sort: 'name', direction: 'asc' }}
        searchHint={t('searchProducts')}
        filters={<Filters filter={filter} change={change} />}
        bulk={mayEdit ? (picked) => <PickedProducts picked={picked} listId={listId} /> : undefined}
        menu={(query) => [
          mayEdit && {
            label: t('reviseAll'),
            icon: <IconPercentage size={16} />,
            href: paths.newPriceRevision({ groupId, kind, tag, listId, words: query.search }),
            apart: true,
          },
        ]}
        exportAt="/api/products/export"
        empty={<EmptyState title={t('noProducts')} text={t('noProductsText')} action={<Row>{create}</Row>} />}
      />
    </Page>
  );
}
