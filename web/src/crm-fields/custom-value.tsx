import type { CrmFieldInfo } from '../../../contract/crm-fields.ts';
import type { CustomValue } from '../../../contract/party.ts';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Count, Money, When } from '../ui/values.tsx';

/** The value of a custom field as people read it. */
export function CustomValueText({ field, value }: { field: CrmFieldInfo; value: CustomValue | undefined }) {
  const common = useTexts(shared);
  if (value === undefined || value === null) return '–';
  const labelOf = (chosen: string) => field.options.find((option) => option.value === chosen)?.label ?? chosen;
  if (Array.isArray(value)) return value.map(labelOf).join(', ');
  if (typeof value === 'boolean') return common(value ? 'yes' : 'no');
  if (typeof value === 'number')
    return field.type === 'money' && field.currency ? (
      <Money minor={value} currency={field.currency} />
    ) : (
      <Count value={value} digits={6} />
    );
  if (field.type === 'date') return <When at={value} show="date" />;
  return field.type === 'one_of' ? labelOf(value) : value;
}
