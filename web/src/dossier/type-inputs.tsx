import type { InteractionField } from '../../../contract/interactions.ts';
import { useBinding } from '../form/binding.ts';
import { MultiSelect, SelectField } from '../form/choice-fields.tsx';
import { DateField } from '../form/date-field.tsx';
import { MoneyField, NumberField } from '../form/number-field.tsx';
import { TextField } from '../form/text-field.tsx';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Grid } from '../ui/layout.tsx';

function YesNo({ name, label }: { name: string; label: string }) {
  const common = useTexts(shared);
  const bound = useBinding<boolean | null>({ name }, null);
  const choices = [
    { value: 'yes', label: common('yes') },
    { value: 'no', label: common('no') },
  ];
  return (
    <SelectField
      label={label}
      choices={choices}
      clearable
      value={bound.value === null ? null : bound.value ? 'yes' : 'no'}
      onChange={(chosen) => bound.set(chosen === null ? null : chosen === 'yes')}
      error={bound.error}
    />
  );
}

function TypeInput({ field }: { field: InteractionField }) {
  const props = { name: `custom.${field.key}`, label: field.label };
  switch (field.type) {
    case 'number':
      return <NumberField {...props} digits={6} />;
    case 'money':
      return <MoneyField {...props} currency={field.currency ?? 'EUR'} />;
    case 'date':
      return <DateField {...props} />;
    case 'yes_no':
      return <YesNo {...props} />;
    case 'one_of':
      return <SelectField {...props} choices={field.options} clearable />;
    case 'many_of':
      return <MultiSelect {...props} choices={field.options} />;
    default:
      return <TextField {...props} />;
  }
}

/** The fields that a type's items have; their values are at `custom.<key>` of the form. */
export function TypeInputs({ fields }: { fields: readonly InteractionField[] }) {
  if (fields.length === 0) return null;
  return (
    <Grid cell={13}>
      {fields.map((field) => (
        <TypeInput key={field.key} field={field} />
      ))}
    </Grid>
  );
}
