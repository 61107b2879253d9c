import { listTopics } from '../../../../contract/consent.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useBinding } from '../../form/binding.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { TextArea, TextField } from '../../form/text-field.tsx';
import { Switch } from '../../form/toggle-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Section } from '../../ui/card.tsx';
import { Stack } from '../../ui/layout.tsx';
import { texts } from './texts/texts.ts';

interface Consent {
  topicId: string | null;
  channel: string;
  wording: string;
  source: string;
  tracking: boolean;
}

/** Consent that comes along with the file, with its words and where it was collected. */
export function ConsentOptions() {
  const t = useTexts(texts);
  const topics = useEndpoint(listTopics, {});
  const bound = useBinding<Consent | null>({ name: 'consent' }, null);
  const consent = bound.value;
  return (
    <Section title={t('consentTitle')} text={t('consentHint')}>
      <Stack>
        <Switch
          label={t('recordConsent')}
          value={consent !== null}
          onChange={(yes) =>
            bound.set(yes ? { topicId: null, channel: 'email', wording: '', source: '', tracking: false } : null)
          }
        />
        {consent && topics.data?.length === 0 ? <Alert tone="warn">{t('noTopics')}</Alert> : null}
        {consent ? (
          <>
            <SelectField
              name="consent.topicId"
              label={t('topic')}
              required
              choices={(topics.data ?? []).map(({ id, name }) => ({ value: id as string, label: name }))}
            />
            <TextArea name="consent.wording" label={t('wording')} required />
            <Switch name="consent.tracking" label={t('alsoTracking')} hint={t('alsoTrackingHint')} />
            <TextField name="consent.source" label={t('source')} example={t('sourceExample')} required />
          </>
        ) : null}
      </Stack>
    </Section>
  );
}
