import { type CrmEntity, type CrmFieldInfo, listCrmFields } from '../../../contract/crm-fields.ts';
import type { Language } from '../../../contract/messages/index.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useBinding } from '../form/binding.ts';
import { MultiSelect, SelectField } from '../form/choice-fields.tsx';
import { DateField } from '../form/date-field.tsx';
import { FieldGroup } from '../form/form.tsx';
import { MoneyField, NumberField } from '../form/number-field.tsx';
import { TextField } from '../form/text-field.tsx';
import { shared } from '../i18n/shared/texts.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Grid } from '../ui/layout.tsx';

/** The custom fields of an entity as they are in force; of assets, those of all and those of the type. */
export function useCustomFields(entity: CrmEntity, assetTypeId: string | null = null): CrmFieldInfo[] {
  const fields = useEndpoint(listCrmFields, {});
  return (fields.data?.fields ?? []).filter(
    (field) =>
      field.custom && field.entity === entity && (field.assetTypeId === null || field.assetTypeId === assetTypeId),
  );
}

export const customKey = (field: CrmFieldInfo): string => field.name.split('.').at(-1) ?? '';

/** One custom field in a form, by its type; its value is at `custom.<key>`. */
function CustomInput({ field }: { field: CrmFieldInfo }) {
  const language = useFormat().language as Language;
  const props = { name: `custom.${customKey(field)}`, label: field.label[language] };
  switch (field.type) {
    case 'number':
      return <NumberField {...props} digits={6} />;
    case 'money':
      return <MoneyField {...props} currency={field.currency ?? 'EUR'} />;
    case 'date':
      return <DateField {...props} />;
    case 'yes_no':
      return <YesNoField {...props} />;
    case 'one_of':
      return <SelectField {...props} choices={field.options} clearable />;
    case 'many_of':
      return <MultiSelect {...props} choices={field.options} />;
    default:
      return <TextField {...props} />;
  }
}

/** Yes, no, or not known. */
function YesNoField({ name, label }: { name: string; label: string }) {
  const common = useTexts(shared);
  const bound = useBinding<boolean | null>({ name }, null);
  const choices = [
    { value: 'yes', label: common('yes') },
    { value: 'no', label: common('no') },
  ];
  const value = bound.value === null ? null : bound.value ? 'yes' : 'no';
  return (
    <SelectField
      label={label}
      choices={choices}
      clearable
      value={value}
      onChange={(chosen) => bound.set(chosen === null ? null : chosen === 'yes')}
      error={bound.error}
    />
  );
}

interface CustomInputsProps {
  entity: CrmEntity;
  assetTypeId?: string | null;
  title: string;
}

/** The custom fields of a form, as a group of their own. */
export function CustomInputs({ entity, assetTypeId = null, title }: CustomInputsProps) {
  const fields = useCustomFields(entity, assetTypeId);
  if (fields.length === 0) return null;
  return (
    <FieldGroup title={title}>
      <Grid cell={16}>
        {fields.map((field) => (
          <CustomInput key={field.name} field={field} />
        ))}
      </Grid>
    </FieldGroup>
  );
}
