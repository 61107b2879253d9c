import { listCrmFields } from '../../../../contract/crm-fields.ts';
import type { Import } from '../../../../contract/import.ts';
import { matchableFields } from '../../../../contract/import-fields.ts';
import type { Language } from '../../../../contract/messages/index.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { texts } from './texts/texts.ts';

/** The column that tells who a row is about, of those that the file fills. */
export function MatchField({ found }: { found: Import }) {
  const t = useTexts(texts);
  const language = useFormat().language as Language;
  const fields = useEndpoint(listCrmFields, {}).data?.fields ?? [];
  const label = (name: string) => fields.find((field) => field.name === name)?.label[language] ?? name;
  const choices = matchableFields(found.entity, fields, found.mapping);
  if (choices.length === 0) return null;
  return (
    <SelectField
      name="matchBy"
      label={t('matchBy')}
      hint={t('matchByHint')}
      clearable
      nothing={t('matchUsual')}
      choices={choices.map((value) => ({ value, label: label(value) }))}
    />
  );
}
