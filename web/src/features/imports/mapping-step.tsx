import { useState } from 'react';
import {
  getImport,
  getImportSample,
  type Import,
  listImportFields,
  type Mapping,
  updateImport,
} from '../../../../contract/import.ts';
import type { Language } from '../../../../contract/messages/index.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Foot } from '../../ui/modal.tsx';
import { Text } from '../../ui/text.tsx';
import { ProfileFields } from './profile-fields.tsx';
import { ReadingFields } from './reading-fields.tsx';
import { texts } from './texts/texts.ts';

/** The fields that this file may fill, as choices; none is "leave out". */
function useFieldChoices(found: Import) {
  const language = useFormat().language as Language;
  const fields = useEndpoint(listImportFields, { id: found.id }).data?.fields ?? [];
  return fields.map(({ name, label }) => ({ value: name, label: label[language] }));
}

interface StepProps {
  found: Import;
  onDone: () => void;
}

/** Second step: how the file is read, and which column fills which field. */
export function MappingStep({ found, onDone }: StepProps) {
  const t = useTexts(texts);
  const choices = useFieldChoices(found);
  const sample = useEndpoint(getImportSample, { id: found.id }, { keep: true });
  const [mapping, setMapping] = useState<Mapping>(found.mapping);
  const save = useAction(updateImport, { invalidate: [getImport], onSuccess: onDone });
  const columns = (sample.data?.columns ?? []).map((column, place) => ({ ...column, place }));
  const choose = (place: number, field: string | null) =>
    setMapping(columns.map((column) => (column.place === place ? field : (mapping[column.place] ?? null))));
  const taken = (place: number) => new Set(mapping.filter((field, other) => field !== null && other !== place));
  return (
    <Stack gap="none">
      {sample.problem ? <Alert tone="bad">{sample.problem.message}</Alert> : null}
      <ReadingFields found={found} damaged={sample.data?.damaged ?? 0} onChanged={(next) => setMapping(next.mapping)} />
      <ProfileFields found={found} onTaken={(next) => setMapping(next.mapping)} />
      <Section title={t('mapping')} text={found.profile ? undefined : t('mappingText')}>
        <PlainTable
          isForm
          label={t('mapping')}
          rows={columns}
          loading={sample.loading}
          rowKey={(column) => String(column.place)}
          rowName={(column) => column.name}
          columns={[
            { key: 'column', header: t('column'), cell: (column) => column.name, always: true, width: 8 },
            {
              key: 'field',
              header: t('field'),
              cell: (column) => (
                <SelectField
                  label={t('fieldFor', { column: column.name })}
                  hideLabel
                  clearable
                  nothing={t('leaveOut')}
                  choices={choices.filter((choice) => !taken(column.place).has(choice.value))}
                  value={mapping[column.place] ?? null}
                  onChange={(field) => choose(column.place, field)}
                />
              ),
              width: 11.5,
              always: true,
            },
            {
              key: 'sample',
              header: t('sample'),
              cell: (column) => (
                <Text as="span" size="small" tone="quiet" oneLine>
                  {column.values
                    .filter((value) => value !== '')
                    .slice(0, 3)
                    .join(' · ') || '–'}
                </Text>
              ),
              width: 20,
            },
          ]}
        />
      </Section>
      <Foot>
        <Button look="primary" busy={save.busy} onClick={() => save.run({ id: found.id, mapping })}>
          {t('next')}
        </Button>
      </Foot>
    </Stack>
  );
}
