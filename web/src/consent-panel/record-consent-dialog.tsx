import { CONSENT_CHANNELS, CONSENT_SOURCES, getPartyConsent, recordConsent } from '../../../contract/consent.ts';
import { getCompanyTimeline, getContactTimeline } from '../../../contract/crm.ts';
import type { PartyId, TopicId } from '../../../contract/ids.ts';
import { useAction } from '../api/use-action.ts';
import { MultiSelect, RadioField, SelectField } from '../form/choice-fields.tsx';
import { FieldRow, Form, FormFoot } from '../form/form.tsx';
import { TextArea, TextField } from '../form/text-field.tsx';
import { useForm } from '../form/use-form.ts';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Modal } from '../ui/modal.tsx';
import { Text } from '../ui/text.tsx';
import type { ConsentParty, TopicConsent } from './party-consent.ts';
import { texts } from './texts/texts.ts';

interface RecordConsentProps {
  party: ConsentParty;
  topics: readonly TopicConsent[];
  onClose: () => void;
}

export function RecordConsentDialog({ open, ...rest }: RecordConsentProps & { open: boolean }) {
  const t = useTexts(texts);
  return (
    <Modal open={open} onClose={rest.onClose} title={t('record')}>
      <RecordForm {...rest} />
    </Modal>
  );
}

function RecordForm({ party, topics, onClose }: RecordConsentProps) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const record = useAction(recordConsent, {
    toast: false,
    invalidate: [getPartyConsent, getContactTimeline, getCompanyTimeline],
    done: t('recorded'),
  });
  const usable = topics.filter((topic) => !topic.archived);
  const form = useForm({
    schema: recordConsent.input.omit({ kind: true, id: true }),
    start: {
      topicId: usable.length === 1 ? (usable[0]?.id ?? null) : null,
      channels: ['email'],
      decision: 'given',
      wording: '',
      source: null,
      evidence: '',
    } as RecordValues,
    send: (values) => record.runAsync({ ...values, kind: party.kind, id: party.id as PartyId }),
  });
  return (
    <Form form={form} guard={false} onSaved={onClose}>
      <Text tone="quiet">{t('recordText')}</Text>
      <RadioField
        name="decision"
        label={t('decision')}
        choices={[
          { value: 'given', label: t('given'), hint: t('givenHint') },
          { value: 'withdrawn', label: t('withdrawn'), hint: t('withdrawnHint') },
        ]}
      />
      <FieldRow>
        <SelectField
          name="topicId"
          label={t('topic')}
          nothing={t('chooseTopic')}
          choices={usable.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <MultiSelect
          name="channels"
          label={t('channels')}
          choices={CONSENT_CHANNELS.map((value) => ({ value, label: t(value) }))}
        />
      </FieldRow>
      {form.values.decision === 'given' ? (
        <TextArea name="wording" label={t('wording')} hint={t('wordingHint')} required />
      ) : null}
      <FieldRow>
        <SelectField
          name="source"
          label={t('source')}
          choices={CONSENT_SOURCES.map((value) => ({ value, label: t(value) }))}
        />
        <TextField name="evidence" label={t('evidence')} hint={t('evidenceHint')} />
      </FieldRow>
      <FormFoot action={common('save')} onCancel={onClose} />
    </Form>
  );
}

interface RecordValues {
  topicId: TopicId | null;
  channels: string[];
  decision: 'given' | 'withdrawn';
  wording: string;
  source: string | null;
  evidence: string;
}
