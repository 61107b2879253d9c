import type { ContentRemark, PlainChannel, Variant } from '../../../contract/content.ts';
import type { Language } from '../i18n/languages.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Heading, Text } from '../ui/text.tsx';
import { PersonField, useShownPerson } from './person-field.tsx';
import { TemplateChoice } from './template-choice.tsx';
import { TemplateField } from './template-field.tsx';
import { texts } from './texts/texts.ts';
import { usePreview } from './use-preview.ts';
import { isBlank } from './variant-fields.tsx';
import './content-editor.css';

interface ScriptFieldsProps {
  /** Where the variant stands in the form: `variants.en`, or `variant`. */
  path: string;
  label: string;
  channel: PlainChannel;
  language: Language;
  variant: Variant;
  campaignName?: string | undefined;
  disabled?: boolean | undefined;
  /** A template is taken to begin with; without it none is offered. */
  onUse?: ((variant: Variant) => void) | undefined;
}

/** A script in one language, and beside it how it reads for a real person. Stands inside a form. */
export function ScriptFields({
  path,
  label,
  channel,
  language,
  variant,
  campaignName,
  disabled,
  onUse,
}: ScriptFieldsProps) {
  const t = useTexts(texts);
  const [person, pick] = useShownPerson();
  const { preview, remarks } = usePreview({
    channel,
    defaultLanguage: language,
    variants: { [language]: variant },
    language,
    party: person && { kind: 'contact', id: person.id },
    campaignName: campaignName ?? null,
  });
  const atPath = ({ field, ...remark }: ContentRemark): ContentRemark => ({
    ...remark,
    field: field.replace(`variants.${language}`, path),
  });
  return (
    <div className="content-editor">
      <div className="stack gap-normal">
        {onUse && isBlank(variant) && !disabled ? (
          <TemplateChoice channel={channel} language={language} onUse={onUse} />
        ) : null}
        {channel === 'letter' ? (
          <TemplateField
            name={`${path}.subject`}
            label={t('subject')}
            rows={1}
            linkless
            remarks={remarks.map(atPath)}
            disabled={disabled}
          />
        ) : null}
        <TemplateField
          name={`${path}.text`}
          label={label}
          hint={t('scriptHint')}
          rows={12}
          linkless={channel !== 'sms'}
          remarks={remarks.map(atPath)}
          disabled={disabled}
        />
      </div>
      <section className="preview-pane" aria-label={t('preview')}>
        <Heading level={3}>{t('preview')}</Heading>
        <PersonField person={person} onPick={pick} />
        {preview?.text ? (
          <pre className="preview-text">{preview.text}</pre>
        ) : (
          <Text tone="quiet">{t('nothingWritten')}</Text>
        )}
      </section>
    </div>
  );
}
