import { useState } from 'react';
import {
  createInteraction,
  type Interaction,
  type InteractionType,
  listInteractionTypes,
  updateInteraction,
} from '../../../contract/interactions.ts';
import type { Party } from '../../../contract/runs.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { UserField } from '../crm-fields/user-field.tsx';
import { SelectField } from '../form/choice-fields.tsx';
import { DateField } from '../form/date-field.tsx';
import { FieldRow, Form, FormFoot } from '../form/form.tsx';
import { TextArea, TextField } from '../form/text-field.tsx';
import { Checkbox } from '../form/toggle-fields.tsx';
import { useForm } from '../form/use-form.ts';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { texts } from './texts/texts.ts';
import { TypeInputs } from './type-inputs.tsx';
import { ITEM_ANSWERS } from './use-settle.ts';

const useTypes = () => useEndpoint(listInteractionTypes, {}).data?.types;
/** A day is over when it ends, wherever the person is. */
const endOf = (day: string) => (day === '' ? null : new Date(`${day}T23:59:59`).toISOString());
const dayOf = (moment: string | null) => {
  if (moment === null) return '';
  const at = new Date(moment);
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
};

interface FieldsOf {
  subject: string;
  body: string;
  responsibleId: string | null;
  due: string;
  custom: Record<string, unknown>;
}

/** `due` is a day here, a moment there. */
const toSend = ({ due, ...rest }: FieldsOf) => ({ ...rest, dueAt: endOf(due) });
/** The checks of the contract, for what the form has. */
const CHECKED = updateInteraction.input.omit({ id: true, updatedAt: true, dueAt: true });

function NewItem({ party, types, onDone }: { party: Party; types: InteractionType[]; onDone: () => void }) {
  const t = useTexts(texts);
  const [typeId, setTypeId] = useState(types.find(({ work }) => work)?.id ?? types[0]?.id);
  const [done, setDone] = useState(false);
  const type = types.find(({ id }) => id === typeId);
  const create = useAction(createInteraction, {
    invalidate: ITEM_ANSWERS,
    toast: false,
    done: t('saved'),
    onSuccess: onDone,
  });
  const form = useForm({
    schema: CHECKED,
    start: { subject: '', body: '', responsibleId: null as string | null, due: '', custom: {} },
    send: () => {
      const { responsibleId, dueAt, ...rest } = toSend(form.values as FieldsOf);
      const chosen = { ...(responsibleId !== null && { responsibleId }), ...(dueAt !== null && { dueAt }) };
      return create.runAsync({ ...rest, ...chosen, typeId: typeId!, party, ...(done && { done }) } as never);
    },
  });
  return (
    <Form form={form} guard={false}>
      <SelectField
        label={t('type')}
        choices={types.map(({ id, name }) => ({ value: id as string, label: name }))}
        value={typeId ?? null}
        onChange={(id) => setTypeId((id ?? typeId) as typeof typeId)}
      />
      <TextField name="subject" label={t('subject')} autoFocus required />
      <TextArea name="body" label={t('body')} rows={4} />
      <TypeInputs fields={type?.fields ?? []} />
      {type?.work ? <Checkbox label={t('alreadyDone')} value={done} onChange={setDone} /> : null}
      {type?.work && !done ? (
        <FieldRow>
          <UserField name="responsibleId" label={t('responsible')} nothing={t('byType')} />
          <DateField name="due" label={t('due')} />
        </FieldRow>
      ) : null}
      <FormFoot action={t('addItem')} onCancel={onDone} />
    </Form>
  );
}

/** Adds a dossier item to a person, company or lead. */
export function NewItemForm({ party, onDone }: { party: Party; onDone: () => void }) {
  const types = useTypes()?.filter(({ archived }) => !archived);
  return types ? <NewItem party={party} types={types} onDone={onDone} /> : <Skeleton lines={6} />;
}

/** Changes one; what somebody else changed meanwhile is not written over. */
export function ItemForm({ item, onDone }: { item: Interaction; onDone: () => void }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const fields = useTypes()?.find(({ id }) => id === item.type.id)?.fields ?? [];
  const update = useAction(updateInteraction, {
    invalidate: ITEM_ANSWERS,
    toast: false,
    done: t('saved'),
    onSuccess: onDone,
  });
  const form = useForm({
    schema: CHECKED,
    start: {
      subject: item.subject,
      body: item.body ?? '',
      responsibleId: (item.responsible?.id ?? null) as string | null,
      due: dayOf(item.dueAt),
      custom: item.custom,
    },
    send: (): Promise<unknown> => {
      const { dueAt, ...rest } = toSend(form.values as FieldsOf);
      const sameDay = dayOf(item.dueAt) === (form.values as FieldsOf).due;
      return update.runAsync({
        ...rest,
        ...(sameDay ? {} : { dueAt }),
        id: item.id,
        updatedAt: item.updatedAt,
      } as never);
    },
  });
  return (
    <Form form={form} guard={false}>
      <TextField name="subject" label={t('subject')} required />
      <TextArea name="body" label={t('body')} rows={5} />
      <TypeInputs fields={fields} />
      <FieldRow>
        <UserField name="responsibleId" label={t('responsible')} nothing={t('nobody')} />
        <DateField name="due" label={t('due')} />
      </FieldRow>
      <FormFoot action={common('save')} onCancel={onDone} />
    </Form>
  );
}
