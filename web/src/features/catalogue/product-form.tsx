import {
  createProduct,
  getProduct,
  listProducts,
  PRODUCT_KINDS,
  type Product,
  type ProductKind,
  suggestProductNumber,
  updateProduct,
  VAT_CLASSES,
} from '../../../../contract/catalogue.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { RadioField, SelectField, TagsField } from '../../form/choice-fields.tsx';
import { FieldGroup, FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { MoneyField } from '../../form/number-field.tsx';
import { TextArea, TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { CurrencyField } from '../../locale-fields/currency-field.tsx';
import { useSession } from '../../session/session.ts';
import { useGroupChoices, useTagChoices, VAT_TEXTS } from './product-parts.tsx';
import { texts } from './texts/texts.ts';

interface ProductFormProps {
  /** Null for a new one. */
  product: Product | null;
  onSaved: (product: Product) => void;
  onCancel: () => void;
}

const startOf = (product: Product | null, currency: string) => ({
  number: product?.number ?? '',
  name: product?.name ?? '',
  description: product?.description ?? '',
  kind: product?.kind ?? ('product' as ProductKind),
  unit: product?.unit ?? '',
  groupId: product?.group?.id ?? null,
  vatClass: product?.vatClass ?? ('standard' as const),
  cost: product?.cost ?? null,
  costCurrency: product?.costCurrency ?? currency,
  tags: product?.tags ?? [],
});

/** Everything about a product that can be typed, apart from its prices. */
export function ProductForm({ product, onSaved, onCancel }: ProductFormProps) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const { installation } = useSession();
  const invalidate = [listProducts, getProduct];
  const create = useAction(createProduct, { invalidate, toast: false, onSuccess: onSaved });
  const update = useAction(updateProduct, { invalidate, toast: false, done: common('saved'), onSuccess: onSaved });
  const form = useForm({
    schema: createProduct.input,
    start: startOf(product, installation?.currency ?? 'EUR'),
    send: (values) => (product ? update.runAsync({ ...values, id: product.id }) : create.runAsync(values)),
  });
  const { kind, costCurrency } = form.values;
  const suggested = useEndpoint(suggestProductNumber, { kind }, { when: product === null });
  return (
    <Form form={form}>
      <FieldGroup title={t('product')}>
        <RadioField
          name="kind"
          label={t('kind')}
          choices={PRODUCT_KINDS.map((value) => ({ value, label: t(`kind_${value}`) }))}
        />
        <TextField name="name" label={t('name')} autoFocus={!product} />
        <FieldRow>
          <TextField
            name="number"
            label={t('number')}
            hint={t('numberHint')}
            {...(suggested.data && { example: suggested.data.number })}
          />
          <TextField name="unit" label={t('unit')} hint={t('unitHint')} />
        </FieldRow>
        <FieldRow>
          <SelectField name="groupId" label={t('group')} clearable choices={useGroupChoices()} />
          <SelectField
            name="vatClass"
            label={t('vat')}
            choices={VAT_CLASSES.map((value) => ({ value, label: t(VAT_TEXTS[value]) }))}
          />
        </FieldRow>
        <TextArea name="description" label={t('description')} />
        <TagsField name="tags" label={t('tags')} known={useTagChoices().map(({ value }) => value)} />
      </FieldGroup>
      <FieldGroup title={t('cost')}>
        <FieldRow>
          <MoneyField name="cost" label={t('cost')} hint={t('costHint')} currency={costCurrency || 'EUR'} />
          <CurrencyField name="costCurrency" label={t('currency')} />
        </FieldRow>
      </FieldGroup>
      <FormFoot action={product ? common('save') : t('createProduct')} onCancel={onCancel} />
    </Form>
  );
}
