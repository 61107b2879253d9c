import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { PRICE_LIST_KINDS, type PriceListKind } from '../../../../contract/catalogue.ts';
import {
  createPriceList,
  listPriceLists,
  type PriceList,
  updatePriceList,
} from '../../../../contract/catalogue-prices.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { RadioField } from '../../form/choice-fields.tsx';
import { DateField } from '../../form/date-field.tsx';
import { FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { CurrencyField } from '../../locale-fields/currency-field.tsx';
import { paths } from '../../paths.ts';
import { useMay, useSession } from '../../session/session.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Status } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Modal } from '../../ui/modal.tsx';
import { Page } from '../../ui/page.tsx';
import { When } from '../../ui/values.tsx';
import { texts } from './texts/texts.ts';

function ListForm({ list, onDone }: { list: PriceList | null; onDone: () => void }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const { installation } = useSession();
  const options = { invalidate: [listPriceLists], toast: false, done: common('saved'), onSuccess: onDone };
  const create = useAction(createPriceList, options);
  const update = useAction(updatePriceList, options);
  const form = useForm({
    schema: createPriceList.input,
    start: {
      name: list?.name ?? '',
      currency: list?.currency ?? installation?.currency ?? 'EUR',
      kind: list?.kind ?? ('default' as PriceListKind),
      startsOn: list?.startsOn ?? '',
      endsOn: list?.endsOn ?? '',
    },
    send: (values) => (list ? update.runAsync({ ...values, id: list.id }) : create.runAsync(values)),
  });
  const kinds = PRICE_LIST_KINDS.map((value) => ({ value, label: t(`list_${value}`), hint: t(`listHint_${value}`) }));
  return (
    <Form form={form} guard={false}>
      <TextField name="name" label={t('name')} autoFocus />
      <CurrencyField name="currency" label={t('currency')} />
      <RadioField name="kind" label={t('applies')} choices={kinds} />
      {form.values.kind === 'default' ? null : (
        <FieldRow>
          <DateField name="startsOn" label={t('firstDay')} />
          <DateField name="endsOn" label={t('lastDay')} />
        </FieldRow>
      )}
      <FormFoot action={common('save')} onCancel={onDone} />
    </Form>
  );
}

/** The price lists, and when each of them counts. */
export function PriceListsScreen() {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const mayEdit = useMay('catalogue.edit');
  const [subject, setSubject] = useState<PriceList | 'new' | null>(null);
  const { data, loading } = useEndpoint(listPriceLists, {});
  const update = useAction(updatePriceList, { invalidate: [listPriceLists] });
  const create = mayEdit ? (
    <Button look="primary" icon={<IconPlus size={16} />} onClick={() => setSubject('new')}>
      {t('newList')}
    </Button>
  ) : null;
  const count = (row: PriceList) => <Link href={paths.products({ listId: row.id })}>{String(row.products)}</Link>;
  return (
    <Page title={t('priceLists')} text={t('listsText')} actions={create}>
      <PlainTable
        label={t('priceLists')}
        rows={data?.lists ?? []}
        loading={loading}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        onOpen={mayEdit ? setSubject : undefined}
        menu={(row) => [
          { label: t('showProducts'), href: paths.products({ listId: row.id }) },
          mayEdit && { label: t('revisePrices'), href: paths.newPriceRevision({ listId: row.id }) },
          mayEdit && { label: common('edit'), onClick: () => setSubject(row) },
          mayEdit && {
            label: t(row.archived ? 'restore' : 'archive'),
            apart: true,
            onClick: () => update.run({ id: row.id, archived: !row.archived }),
          },
        ]}
        columns={[
          { key: 'name', header: t('name'), cell: (row) => row.name, width: 14 },
          { key: 'currency', header: t('currency'), cell: (row) => row.currency, width: 6 },
          { key: 'kind', header: t('applies'), cell: (row) => t(`list_${row.kind}`), width: 12 },
          { key: 'from', header: t('firstDay'), cell: (row) => <When at={row.startsOn} show="date" />, width: 8 },
          { key: 'to', header: t('lastDay'), cell: (row) => <When at={row.endsOn} show="date" />, width: 8 },
          { key: 'products', header: t('products'), cell: count, align: 'end', width: 7 },
          {
            key: 'state',
            header: t('state'),
            cell: (row) => (
              <Status tone={row.archived ? 'neutral' : 'good'}>{t(row.archived ? 'archived' : 'active')}</Status>
            ),
            width: 8,
          },
        ]}
        empty={<EmptyState title={t('noLists')} text={t('noListsText')} action={create} />}
      />
      <Modal
        open={subject !== null}
        onClose={() => setSubject(null)}
        title={t(subject === 'new' ? 'newList' : 'priceList')}
      >
        {subject === null ? null : (
          <ListForm list={subject === 'new' ? null : subject} onDone={() => setSubject(null)} />
        )}
      </Modal>
    </Page>
  );
}
