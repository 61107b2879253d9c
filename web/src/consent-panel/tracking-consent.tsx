import { useState } from 'react';
import {
  CONSENT_SOURCES,
  getPartyConsent,
  type PartyConsent,
  recordTrackingConsent,
} from '../../../contract/consent.ts';
import type { PartyId } from '../../../contract/ids.ts';
import { useAction } from '../api/use-action.ts';
import { RadioField, SelectField } from '../form/choice-fields.tsx';
import { FieldRow, Form, FormFoot } from '../form/form.tsx';
import { TextArea, TextField } from '../form/text-field.tsx';
import { useForm } from '../form/use-form.ts';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useMay } from '../session/session.ts';
import { Status } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Row, Stack } from '../ui/layout.tsx';
import { Modal } from '../ui/modal.tsx';
import { Heading, Text } from '../ui/text.tsx';
import { When } from '../ui/values.tsx';
import type { ConsentParty } from './party-consent.ts';
import { useSourceName } from './proof.tsx';
import { texts } from './texts/texts.ts';

/** Whether opens and clicks of this party are noticed, why, and what it said about that. */
export function TrackingConsent({ party, tracking }: { party: ConsentParty; tracking: PartyConsent['tracking'] }) {
  const t = useTexts(texts);
  const sourceName = useSourceName();
  const mayEdit = useMay('consent.edit');
  const [recording, setRecording] = useState(false);
  const { rule, tracked, record } = tracking;
  return (
    <Stack gap="small">
      <Row spread="between">
        <Heading level={3}>{t('tracking')}</Heading>
        {mayEdit ? (
          <Button size="small" onClick={() => setRecording(true)}>
            {t('recordTracking')}
          </Button>
        ) : null}
      </Row>
      <Row>
        <Status tone={tracked ? 'good' : 'neutral'}>{t(tracked ? 'tracked' : 'untracked')}</Status>
        <Text as="span" tone="quiet" size="small">
          {t(`trackingRule_${rule}`)}
        </Text>
      </Row>
      {record ? (
        <Text tone="quiet" size="small" as="div">
          {t(record.decision)} · {sourceName(record.source)} · <When at={record.at} />
          {record.wording ? ` · “${record.wording}”` : ''}
        </Text>
      ) : null}
      <Modal open={recording} onClose={() => setRecording(false)} title={t('recordTracking')}>
        <TrackingForm party={party} onClose={() => setRecording(false)} />
      </Modal>
    </Stack>
  );
}

interface TrackingValues {
  decision: 'given' | 'withdrawn';
  wording: string;
  source: string | null;
  evidence: string;
}

function TrackingForm({ party, onClose }: { party: ConsentParty; onClose: () => void }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const record = useAction(recordTrackingConsent, { toast: false, invalidate: [getPartyConsent], done: t('recorded') });
  const form = useForm({
    schema: recordTrackingConsent.input.omit({ kind: true, id: true }),
    start: { decision: 'given', wording: '', source: null, evidence: '' } as TrackingValues,
    send: (values) => record.runAsync({ ...values, kind: party.kind, id: party.id as PartyId }),
  });
  return (
    <Form form={form} guard={false} onSaved={onClose}>
      <Text tone="quiet">{t('trackingText')}</Text>
      <RadioField
        name="decision"
        label={t('decision')}
        choices={[
          { value: 'given', label: t('given') },
          { value: 'withdrawn', label: t('withdrawn'), hint: t('trackingWithdrawnHint') },
        ]}
      />
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
