import { useState } from 'react';
import { getProduct, listProducts, type Product } from '../../../../contract/catalogue.ts';
import { listPriceHistory, listPriceLists, type PriceEntry, setPrice } from '../../../../contract/catalogue-prices.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { DateField } from '../../form/date-field.tsx';
import { Form, FormFoot } from '../../form/form.tsx';
import { MoneyField } from '../../form/number-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Modal } from '../../ui/modal.tsx';
import { When } from '../../ui/values.tsx';
import { Margin, Price } from './product-parts.tsx';
import { texts } from './texts/texts.ts';

type InList = Product['prices'][number];

function PriceForm({ product, held, onDone }: { product: Product; held: InList; onDone: () => void }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const set = useAction(setPrice, {
    invalidate: [getProduct, listProducts, listPriceHistory, listPriceLists],
    toast: false,
    done: common('saved'),
    onSuccess: onDone,
  });
  const form = useForm({
    schema: setPrice.input.omit({ id: true, listId: true }),
    start: { amount: held.amount, validFrom: '' },
    send: (values) => set.runAsync({ ...values, id: product.id, listId: held.list.id }),
  });
  return (
    <Form form={form} guard={false}>
      <MoneyField name="amount" label={t('price')} hint={t('priceHint')} currency={held.list.currency} />
      <DateField name="validFrom" label={t('validFrom')} hint={t('validFromHint')} />
      <FormFoot action={common('save')} onCancel={onDone} />
    </Form>
  );
}

/** What a product costs in each list today, and what is planned. */
export function ProductPrices({ product }: { product: Product }) {
  const t = useTexts(texts);
  const mayEdit = useMay('catalogue.edit');
  const [held, setHeld] = useState<InList | null>(null);
  const price = (row: InList) => (row.amount === null ? null : { amount: row.amount, currency: row.list.currency });
  return (
    <Section title={t('prices')} text={t('pricesText')}>
      <PlainTable
        label={t('prices')}
        rows={product.prices}
        rowKey={(row) => row.list.id}
        rowName={(row) => row.list.name}
        columns={[
          { key: 'list', header: t('priceList'), cell: (row) => row.list.name, width: 6 },
          {
            key: 'price',
            header: t('price'),
            cell: (row) => <Price minor={row.amount} currency={row.list.currency} />,
            align: 'end',
            width: 9,
          },
          {
            key: 'margin',
            header: t('margin'),
            cell: (row) => <Margin price={price(row)} cost={product.cost} costCurrency={product.costCurrency} />,
            align: 'end',
            width: 5,
          },
          { key: 'from', header: t('validFrom'), cell: (row) => <When at={row.validFrom} show="date" />, width: 8 },
          {
            key: 'next',
            header: t('planned'),
            cell: (row) =>
              row.next ? (
                <>
                  <Price minor={row.next.amount} currency={row.list.currency} /> ·{' '}
                  <When at={row.next.validFrom} show="date" />
                </>
              ) : (
                '–'
              ),
            width: 8,
          },
          {
            key: 'set',
            header: '',
            cell: (row) =>
              mayEdit ? (
                <Button size="small" onClick={() => setHeld(row)}>
                  {t('setPrice')}
                </Button>
              ) : null,
            width: 7.5,
          },
        ]}
        empty={
          <EmptyState
            title={t('noLists')}
            text={t('noListsText')}
            action={<Button href={paths.priceLists()}>{t('priceLists')}</Button>}
          />
        }
      />
      <Modal
        open={held !== null}
        onClose={() => setHeld(null)}
        title={t('priceIn', { list: held?.list.name ?? '' })}
        size="small"
      >
        {held ? <PriceForm product={product} held={held} onDone={() => setHeld(null)} /> : null}
      </Modal>
    </Section>
  );
}

/** Every price it ever had or will have. */
export function PriceHistory({ id }: { id: Product['id'] }) {
  const t = useTexts(texts);
  const { data, loading } = useEndpoint(listPriceHistory, { id, limit: 200 });
  const source = (row: PriceEntry) =>
    row.revision ? (
      <>
        <Link href={paths.priceRevision(row.revision.id)}>{row.revision.name}</Link>
        {row.reversal ? ` (${t('takenBack')})` : ''}
      </>
    ) : (
      t('byHand')
    );
  return (
    <Section title={t('priceHistory')}>
      <PlainTable
        label={t('priceHistory')}
        rows={data?.rows ?? []}
        loading={loading}
        rowKey={(row) => row.seq}
        rowName={(row) => row.list.name}
        columns={[
          { key: 'list', header: t('priceList'), cell: (row) => row.list.name, width: 6 },
          {
            key: 'amount',
            header: t('price'),
            cell: (row) => <Price minor={row.amount} currency={row.list.currency} />,
            align: 'end',
            width: 9,
          },
          { key: 'from', header: t('validFrom'), cell: (row) => <When at={row.validFrom} show="date" />, width: 8 },
          { key: 'how', header: t('how'), cell: source, width: 10 },
          { key: 'by', header: t('by'), cell: (row) => row.writtenBy ?? '–', width: 6.5 },
          { key: 'at', header: t('writtenAt'), cell: (row) => <When at={row.writtenAt} show="relative" />, width: 5 },
        ]}
        empty={<EmptyState title={t('noPrices')} text={t('noPricesText')} />}
      />
    </Section>
  );
}
