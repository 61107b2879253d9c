import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { listCrmFields } from '../../../../contract/crm-fields.ts';
import {
  type CustomField,
  FIELD_OWNERS,
  listCustomFields,
  updateCustomField,
} from '../../../../contract/custom-fields.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { useKeptMenu } from '../../kept-list/use-kept-menu.ts';
import type { Column } from '../../table/column.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Status } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Page } from '../../ui/page.tsx';
import { Code } from '../../ui/text.tsx';
import { Count } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { FieldDialog } from './field-dialog.tsx';
import { type FieldSubject, isOf } from './field-subject.ts';
import { texts } from './texts/texts.ts';

const TITLES = {
  contact: 'contactFields',
  company: 'companyFields',
  lead: 'leadFields',
  asset: 'assetFields',
  interaction: 'interactionFields',
} as const;
const EXAMPLES = {
  contact: 'noContactFieldsText',
  company: 'noCompanyFieldsText',
  lead: 'noLeadFieldsText',
  asset: 'noAssetFieldsText',
  interaction: 'noInteractionFieldsText',
} as const;

interface Subject extends FieldSubject {
  /** In the address: an entity, or the id of a type. */
  key: string;
  title: string;
  text: string;
}

/** Entities, and after each its types. */
function useSubjects(types: readonly (FieldSubject & { name: string })[]): Subject[] {
  const t = useTexts(texts);
  return FIELD_OWNERS.flatMap((entity) => [
    {
      key: entity,
      entity,
      assetTypeId: null,
      interactionTypeId: null,
      title: t(TITLES[entity]),
      text: t(EXAMPLES[entity]),
    },
    ...types
      .filter((type) => type.entity === entity)
      .map(({ name, ...subject }) => ({
        ...subject,
        key: String(subject.assetTypeId ?? subject.interactionTypeId),
        title: t('fieldsOfType', { name }),
        text: t(entity === 'asset' ? 'noTypeFieldsText' : 'noInteractionTypeText'),
      })),
  ]);
}

function useColumns(): Column<CustomField>[] {
  const t = useTexts(texts);
  return [
    { key: 'label', header: t('label'), cell: (row) => row.label, always: true, width: 12 },
    {
      key: 'type',
      header: t('type'),
      cell: (row) => t(`type_${row.type}`) + (row.currency ? ` (${row.currency})` : ''),
      width: 11,
    },
    { key: 'key', header: t('key'), cell: (row) => <Code>{row.name}</Code>, width: 16 },
    { key: 'filled', header: t('filled'), cell: (row) => <Count value={row.filled} />, width: 6, align: 'end' },
    {
      key: 'state',
      header: t('state'),
      cell: (row) => <Status tone={row.archived ? 'neutral' : 'good'}>{t(row.archived ? 'archived' : 'inUse')}</Status>,
      width: 8,
    },
  ];
}

function useFieldMenu(all: readonly CustomField[], edit: (field: CustomField) => void) {
  const t = useTexts(texts);
  const update = useAction(updateCustomField, { invalidate: [listCustomFields, listCrmFields] });
  return useKeptMenu<CustomField>({
    of: 'custom_field',
    name: ({ label }) => label,
    archiveText: t('archiveText'),
    orderOf: (field) => all.filter((other) => isOf(other, field)),
    change: (id, to) => update.runAsync({ id, ...to }),
    edit,
  });
}

/** What else is known about contacts, companies, leads, assets and interactions; `?of=` says whose fields are shown. */
export function CustomFieldsScreen() {
  const t = useTexts(texts);
  const [search, change] = useSearchState<{ of?: string | undefined }>();
  const [subject, setSubject] = useState<CustomField | FieldSubject | null>(null);
  const { data, loading, problem } = useEndpoint(listCustomFields, {});
  const fields = data?.fields ?? [];
  const subjects = useSubjects(data?.types ?? []);
  const chosen = subjects.find(({ key }) => key === search.of) ?? subjects[0];
  const columns = useColumns();
  const menu = useFieldMenu(fields, setSubject);
  if (chosen === undefined) return null;
  const { key: _, title, text, ...of } = chosen;
  const create = (
    <Button look="primary" icon={<IconPlus size={16} />} onClick={() => setSubject(of)}>
      {t('newField')}
    </Button>
  );
  return (
    <Page title={t('title')} text={t('text')} actions={create}>
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      <Stack>
        <SelectField
          label={t('show')}
          choices={subjects.map((one) => {
            const count = fields.filter((field) => isOf(field, one)).length;
            return { value: one.key, label: count > 0 ? `${one.title} (${count})` : one.title };
          })}
          value={chosen.key}
          onChange={(key) => change({ of: key ?? undefined })}
        />
        <PlainTable
          label={title}
          columns={columns}
          rows={fields.filter((field) => isOf(field, of))}
          loading={loading}
          rowKey={(row) => row.id}
          rowName={(row) => row.label}
          onOpen={setSubject}
          menu={menu}
          empty={<EmptyState title={t('noContactFields')} text={text} action={create} />}
        />
      </Stack>
      <FieldDialog subject={subject} onClose={() => setSubject(null)} />
    </Page>
  );
}
