import {
  checkImport,
  getImport,
  type Import,
  ImportOptions,
  isParty,
  ON_MATCH,
  updateImport,
} from '../../../../contract/import.ts';
import { useAction } from '../../api/use-action.ts';
import { CountryField } from '../../crm-fields/country-field.tsx';
import { PartyTagsField } from '../../crm-fields/party-tags-field.tsx';
import { RadioField, SelectField, TagsField } from '../../form/choice-fields.tsx';
import { FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { LanguageField } from '../../locale-fields/language-field.tsx';
import { useMay } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { AudienceOptions } from './audience-options.tsx';
import { ConsentOptions } from './consent-options.tsx';
import { MatchField } from './match-field.tsx';
import { PriceListField } from './price-list-field.tsx';
import { texts } from './texts/texts.ts';

interface OptionsStepProps {
  found: Import;
  onBack: () => void;
  onStarted: () => void;
}

/** Third step: what happens with those already there, and what everyone in the file gets. Ends with the check. */
export function OptionsStep({ found, onBack, onStarted }: OptionsStepProps) {
  const t = useTexts(texts);
  const { entity } = found;
  const aboutPeople = isParty(entity);
  const dated = entity !== 'product';
  const mayConsent = useMay('consent.edit');
  const update = useAction(updateImport, { toast: false });
  const check = useAction(checkImport, { invalidate: [getImport], toast: false, onSuccess: onStarted });
  const form = useForm({
    schema: ImportOptions,
    start: found.options,
    send: async (options) => {
      await update.runAsync({ id: found.id, options });
      await check.runAsync({ id: found.id });
    },
  });
  return (
    <Form form={form} guard={false}>
      {found.options.audience ? <AudienceOptions campaign={found.options.audience.campaignName ?? ''} /> : null}
      <Section title={t('options')} text={t('optionsText')}>
        <RadioField
          name="onMatch"
          label={t('onMatch')}
          choices={ON_MATCH.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
        />
        <MatchField found={found} />
        {found.mapping.includes('product.price') ? <PriceListField /> : null}
        {entity === 'product' ? (
          <TagsField name="tags" label={t('tagAll')} hint={t('tagAllHint')} />
        ) : (
          <PartyTagsField entity={entity} name="tags" label={t('tagAll')} hint={t('tagAllHint')} />
        )}
        {aboutPeople ? <CountryField name="country" label={t('country')} hint={t('countryHint')} /> : null}
        <FieldRow>
          {aboutPeople ? <LanguageField name="language" label={t('language')} /> : null}
          {dated ? (
            <SelectField
              name="dateOrder"
              label={t('dateOrder')}
              choices={(['dmy', 'mdy'] as const).map((value) => ({ value, label: t(value) }))}
            />
          ) : null}
        </FieldRow>
      </Section>
      {mayConsent && (entity === 'contact' || entity === 'lead') ? <ConsentOptions /> : null}
      <FormFoot action={t('check')}>
        <Button onClick={onBack}>{t('back')}</Button>
      </FormFoot>
    </Form>
  );
}
