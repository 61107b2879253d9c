import { PURPOSE_CLASSES } from '../../../../contract/campaigns.ts';
import { listTopics } from '../../../../contract/consent.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { RadioField, SelectField } from '../../form/choice-fields.tsx';
import { FieldGroup } from '../../form/form.tsx';
import { Switch } from '../../form/toggle-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { HelpHint } from '../../ui/help-hint.tsx';
import { texts } from './texts/texts.ts';

/** What it is about, and by which right people are written to (Q14). */
export function ConsentFields() {
  const t = useTexts(texts);
  const topics = useEndpoint(listTopics, {});
  const choices = (topics.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FieldGroup title={t('purpose')}>
      <RadioField
        name="purposeClass"
        label={t('purposeClass')}
        hideLabel
        choices={PURPOSE_CLASSES.map((purpose) => ({
          value: purpose,
          label: t(`purpose_${purpose}`),
          hint: t(`purposeHint_${purpose}`),
        }))}
      />
      <SelectField
        name="topicId"
        label={t('topic')}
        hint={t('topicHint')}
        clearable
        choices={choices}
        nothing={t('noTopic')}
        help={
          <HelpHint title={t('topicHelpTitle')} links={[{ label: t('manageTopics'), href: paths.topics() }]}>
            {t('topicHelp')}
          </HelpHint>
        }
      />
      <Switch name="requiresConsent" label={t('requiresConsent')} hint={t('requiresConsentHint')} />
    </FieldGroup>
  );
}
