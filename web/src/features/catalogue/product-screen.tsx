import { IconArchive, IconEdit, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import {
  deleteProduct,
  getProduct,
  listProducts,
  type Product,
  updateProduct,
} from '../../../../contract/catalogue.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, Section } from '../../ui/card.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { Columns, Stack } from '../../ui/layout.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Facts } from '../../ui/stat.tsx';
import { useGo, useParam } from '../../url.ts';
import { ProductForm } from './product-form.tsx';
import { Price, VAT_TEXTS } from './product-parts.tsx';
import { PriceHistory, ProductPrices } from './product-prices.tsx';
import { texts } from './texts/texts.ts';

const useCrumbs = () => [{ label: useTexts(texts)('products'), href: paths.products() }];

export function NewProductScreen() {
  const t = useTexts(texts);
  const go = useGo();
  return (
    <Page title={t('newProduct')} crumbs={useCrumbs()} width="reading">
      <ProductForm product={null} onSaved={({ id }) => go(paths.product(id))} onCancel={() => go(paths.products())} />
    </Page>
  );
}

function Details({ product }: { product: Product }) {
  const t = useTexts(texts);
  const facts = [
    { label: t('number'), value: product.number },
    { label: t('kind'), value: t(`kind_${product.kind}`) },
    { label: t('unit'), value: product.unit },
    { label: t('group'), value: product.group?.name ?? '–' },
    { label: t('vat'), value: t(VAT_TEXTS[product.vatClass]) },
    { label: t('cost'), value: <Price minor={product.cost} currency={product.costCurrency} /> },
    { label: t('tags'), value: product.tags.join(', ') || '–' },
    { label: t('description'), value: product.description || '–' },
  ];
  return <Facts facts={facts} />;
}

function ProductActions({ product, edit }: { product: Product; edit: () => void }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const go = useGo();
  const update = useAction(updateProduct, { invalidate: [getProduct, listProducts] });
  const remove = useAction(deleteProduct, {
    invalidate: [listProducts],
    done: common('deleted'),
    onSuccess: () => go(paths.products()),
  });
  const ask = async () => {
    const title = t('deleteTitle', { name: product.name });
    if (await confirm({ title, text: t('deleteText'), action: common('delete'), danger: true }))
      remove.run({ id: product.id });
  };
  return (
    <>
      <Button icon={<IconTrash size={16} />} busy={remove.busy} onClick={() => void ask()}>
        {common('delete')}
      </Button>
      <Button
        icon={<IconArchive size={16} />}
        busy={update.busy}
        onClick={() => update.run({ id: product.id, archived: !product.archived })}
      >
        {t(product.archived ? 'restore' : 'archive')}
      </Button>
      <Button icon={<IconEdit size={16} />} onClick={edit}>
        {common('edit')}
      </Button>
    </>
  );
}

/** One product: details, its price in each list, and how the prices came about. */
export function ProductScreen() {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const id = useParam('id');
  const crumbs = useCrumbs();
  const mayEdit = useMay('catalogue.edit');
  const [editing, setEditing] = useState(false);
  const { data: product, problem } = useEndpoint(getProduct, { id: id as never });
  if (!product)
    return (
      <Page title={t('products')} crumbs={crumbs}>
        {problem ? <Alert tone="bad">{problem.message}</Alert> : <Skeleton lines={8} />}
      </Page>
    );
  return (
    <Page
      title={product.name}
      crumbs={crumbs}
      mark={product.archived ? <Badge>{t('archived')}</Badge> : null}
      actions={mayEdit && !editing ? <ProductActions product={product} edit={() => setEditing(true)} /> : undefined}
    >
      <Columns
        asideLabel={t('details')}
        side="left"
        aside={
          <Card title={t('details')}>
            <Details product={product} />
          </Card>
        }
      >
        <Stack gap="none">
          {editing ? (
            <Section title={common('edit')}>
              <ProductForm product={product} onSaved={() => setEditing(false)} onCancel={() => setEditing(false)} />
            </Section>
          ) : null}
          <ProductPrices product={product} />
          <PriceHistory id={product.id} />
        </Stack>
      </Columns>
    </Page>
  );
}
