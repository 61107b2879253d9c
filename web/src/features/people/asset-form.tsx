import {
  type Asset,
  createAsset,
  getAsset,
  listAssets,
  listAssetTypes,
  updateAsset,
} from '../../../../contract/assets.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { CompanyField } from '../../crm-fields/company-field.tsx';
import { ContactField } from '../../crm-fields/contact-field.tsx';
import { CustomInputs } from '../../crm-fields/custom-inputs.tsx';
import { PartyTagsField } from '../../crm-fields/party-tags-field.tsx';
import { SelectField } from '../../form/choice-fields.tsx';
import { DateField } from '../../form/date-field.tsx';
import { FieldGroup, FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Text } from '../../ui/text.tsx';
import { assetTexts } from './asset-texts/texts.ts';

interface AssetStart {
  typeId: string;
  contact: { id: string; name: string } | null;
  company: { id: string; name: string } | null;
}

interface AssetFormProps {
  /** Null for a new one. */
  asset: Asset | null;
  /** What a new one begins with. */
  start: AssetStart;
  onSaved: (asset: Asset) => void;
  onCancel: () => void;
}

const startOf = (asset: Asset | null, { typeId, contact, company }: AssetStart) => ({
  typeId,
  name: asset?.name ?? '',
  identifier: asset?.identifier ?? '',
  contactId: contact?.id ?? null,
  companyId: company?.id ?? null,
  acquiredOn: asset?.acquiredOn ?? '',
  disposedOn: asset?.disposedOn ?? '',
  tags: asset?.tags ?? [],
  custom: asset?.custom ?? {},
});

/** Everything about an asset that can be typed; its type decides which fields there are, and stays. */
export function AssetForm({ asset, start, onSaved, onCancel }: AssetFormProps) {
  const t = useTexts(assetTexts);
  const common = useTexts(shared);
  const invalidate = [listAssets, getAsset, listAssetTypes];
  const create = useAction(createAsset, { invalidate, toast: false, onSuccess: onSaved });
  const update = useAction(updateAsset, { invalidate, toast: false, done: common('saved'), onSuccess: onSaved });
  const types = useEndpoint(listAssetTypes, {});
  const form = useForm({
    schema: createAsset.input,
    start: startOf(asset, start),
    send: ({ typeId, ...values }) =>
      asset ? update.runAsync({ ...values, id: asset.id }) : create.runAsync({ ...values, typeId }),
  });
  const offered = (types.data?.types ?? []).filter(({ id, archived }) => !archived || id === form.values.typeId);
  const type = offered.find(({ id }) => id === form.values.typeId);
  return (
    <Form form={form}>
      <FieldGroup title={t('thing')}>
        <FieldRow>
          <SelectField
            name="typeId"
            label={t('type')}
            disabled={asset !== null}
            choices={offered.map(({ id, name }) => ({ value: id as string, label: name }))}
            onChange={() => form.set('custom', asset?.custom ?? {})}
          />
          <TextField name="identifier" label={type?.identifierLabel || t('identifier')} autoFocus={!asset} />
          <TextField name="name" label={t('name')} hint={t('nameHint')} />
        </FieldRow>
      </FieldGroup>
      <CustomInputs entity="asset" assetTypeId={form.values.typeId} title={type?.name ?? t('moreFields')} />
      <FieldGroup title={t('whose')}>
        <Text size="small" tone="quiet">
          {t('ownerHint')}
        </Text>
        <FieldRow>
          <ContactField name="contactId" label={t('person')} present={start.contact} />
          <CompanyField name="companyId" label={t('company')} present={start.company} />
        </FieldRow>
        <FieldRow>
          <DateField name="acquiredOn" label={t('acquired')} />
          <DateField name="disposedOn" label={t('disposedOn')} />
        </FieldRow>
        <PartyTagsField entity="asset" name="tags" label={t('tags')} />
      </FieldGroup>
      <FormFoot action={asset ? common('save') : t('createAsset')} onCancel={onCancel} />
    </Form>
  );
}
