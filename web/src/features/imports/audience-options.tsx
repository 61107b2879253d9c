import { RadioField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Section } from '../../ui/card.tsx';
import { texts } from './texts/texts.ts';

/** What happens to people of a recipient list whom nobody knows yet. */
export function AudienceOptions({ campaign }: { campaign: string }) {
  const t = useTexts(texts);
  return (
    <Section title={t('audience')} text={t('audienceFor', { campaign })}>
      <RadioField
        name="audience.unknown"
        label={t('unknownPeople')}
        choices={(['create', 'refuse'] as const).map((value) => ({
          value,
          label: t(`unknown_${value}`),
          hint: t(`unknown_${value}Hint`),
        }))}
      />
    </Section>
  );
}
