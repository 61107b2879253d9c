import {
  ENCODINGS,
  type Encoding,
  getImport,
  getImportSample,
  type Import,
  type Reading,
  SEPARATORS,
  type Separator,
  updateImport,
} from '../../../../contract/import.ts';
import { useAction } from '../../api/use-action.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { FieldRow } from '../../form/form.tsx';
import { Switch } from '../../form/toggle-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Section } from '../../ui/card.tsx';
import { texts } from './texts/texts.ts';

const ENCODING_NAMES: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE (Unicode)',
  'utf-16be': 'UTF-16 BE (Unicode)',
  'windows-1252': 'Windows-1252 (ANSI)',
  'windows-1250': 'Windows-1250 (ANSI)',
};
const SEPARATOR_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const;

interface ReadingFieldsProps {
  found: Import;
  damaged: number;
  onChanged: (next: Import) => void;
}

/** How the bytes of the file become rows; a change is tried at once. */
export function ReadingFields({ found, damaged, onChanged }: ReadingFieldsProps) {
  const t = useTexts(texts);
  const change = useAction(updateImport, { invalidate: [getImport, getImportSample], onSuccess: onChanged });
  const { reading } = found;
  const put = (next: Partial<Reading>) => change.run({ id: found.id, reading: { ...reading, ...next } });
  if (reading.sheet)
    return (
      <Section title={t('reading')} text={t('sheetRead', { sheet: reading.sheet })}>
        <Switch label={t('header')} value={reading.header} onChange={(header) => put({ header })} />
      </Section>
    );
  return (
    <Section title={t('reading')}>
      {damaged > 0 ? <Alert tone="warn">{t('damaged', { count: damaged })}</Alert> : null}
      {damaged === 0 && !found.certain ? (
        <Alert tone="warn" title={t('guessed')}>
          {t('guessedText')}
        </Alert>
      ) : null}
      <FieldRow>
        <SelectField<Encoding>
          label={t('encoding')}
          choices={ENCODINGS.map((value) => ({ value, label: ENCODING_NAMES[value] }))}
          value={reading.encoding}
          onChange={(encoding) => encoding && put({ encoding })}
        />
        <SelectField<Separator>
          label={t('separator')}
          choices={SEPARATORS.map((value) => ({ value, label: t(SEPARATOR_NAMES[value]) }))}
          value={reading.separator}
          onChange={(separator) => separator && put({ separator })}
        />
      </FieldRow>
      <Switch label={t('header')} value={reading.header} onChange={(header) => put({ header })} />
    </Section>
  );
}
