import {
  createInteractionType,
  type InteractionType,
  KEPT_ON,
  listInteractionTypes,
  RESPONSIBLE_POLICIES,
  TYPE_CHANNELS,
  updateInteractionType,
} from '../../../../contract/interactions.ts';
import { useAction } from '../../api/use-action.ts';
import { UserField } from '../../crm-fields/user-field.tsx';
import { RadioField, SelectField } from '../../form/choice-fields.tsx';
import { FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { NumberField } from '../../form/number-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { Switch } from '../../form/toggle-fields.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Modal } from '../../ui/modal.tsx';
import { texts } from './texts/texts.ts';

const NEW = {
  name: '',
  work: true,
  keptOn: 'person',
  responsible: 'account_manager',
  named: null,
  dueDays: 7,
  channel: null,
} as const;

function TypeForm({ type, onDone }: { type: InteractionType | null; onDone: () => void }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const options = { invalidate: [listInteractionTypes], toast: false, done: common('saved'), onSuccess: onDone };
  const create = useAction(createInteractionType, options);
  const update = useAction(updateInteractionType, options);
  const { name, work, keptOn, responsible, named, dueDays, channel } = type ?? NEW;
  const form = useForm({
    schema: createInteractionType.input,
    start: { name, work, keptOn, responsible, namedId: (named?.id ?? null) as string | null, dueDays, channel } as {
      name: string;
      work: boolean;
      keptOn: InteractionType['keptOn'];
      responsible: InteractionType['responsible'];
      namedId: string | null;
      dueDays: number | null;
      channel: InteractionType['channel'];
    },
    send: (values) => (type ? update.runAsync({ ...values, id: type.id }) : create.runAsync(values)),
  });
  return (
    <Form form={form} guard={false}>
      <TextField name="name" label={t('name')} example={t('nameExample')} autoFocus required />
      <Switch name="work" label={t('work')} hint={t('workHint')} />
      <RadioField
        name="keptOn"
        label={t('keptOn')}
        choices={KEPT_ON.map((value) => ({ value, label: t(`kept_${value}`) }))}
      />
      <SelectField
        name="responsible"
        label={t('responsible')}
        choices={RESPONSIBLE_POLICIES.map((value) => ({ value, label: t(`responsible_${value}`) }))}
      />
      {form.values.responsible === 'named' ? <UserField name="namedId" label={t('named')} required /> : null}
      <FieldRow>
        {form.values.work ? (
          <NumberField name="dueDays" label={t('dueDays')} hint={t('dueDaysHint')} min={0} max={3650} />
        ) : null}
        <SelectField
          name="channel"
          label={t('channel')}
          clearable
          nothing={t('noChannel')}
          choices={TYPE_CHANNELS.map((value) => ({ value, label: t(`channel_${value}`) }))}
        />
      </FieldRow>
      <FormFoot action={type ? common('save') : t('create')} onCancel={onDone} />
    </Form>
  );
}

/** Makes a type of dossier item, or changes one. */
export function TypeDialog({ subject, onClose }: { subject: InteractionType | 'new' | null; onClose: () => void }) {
  const t = useTexts(texts);
  const type = subject === 'new' ? null : subject;
  return (
    <Modal open={subject !== null} onClose={onClose} title={type ? t('edit', { name: type.name }) : t('newType')}>
      {subject !== null ? <TypeForm key={type?.id ?? 'new'} type={type} onDone={onClose} /> : null}
    </Modal>
  );
}
