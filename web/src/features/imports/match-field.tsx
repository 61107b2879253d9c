import { type Import, listImportFields } from '../../../../contract/import.ts';
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
  const fields = useEndpoint(listImportFields, { id: found.id }).data?.fields ?? [];
  const choices = fields.filter(({ name, matchable }) => matchable && found.mapping.includes(name));
  if (choices.length === 0) return null;
  return (
    <SelectField
      name="matchBy"
      label={t('matchBy')}
      hint={t('matchByHint')}
      clearable
      nothing={t('matchUsual')}
      choices={choices.map(({ name, label }) => ({ value: name, label: label[language] }))}
    />
  );
}
