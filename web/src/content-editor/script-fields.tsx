import { useState } from 'react';
import type { ContentRemark, PlainChannel, Variant } from '../../../contract/content.ts';
import type { LayoutId } from '../../../contract/ids.ts';
import { useFormStore } from '../form/use-form.ts';
import type { Language } from '../i18n/languages.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Heading } from '../ui/text.tsx';
import { useLater } from '../ui/use-later.ts';
import { PersonField, useShownPerson } from './person-field.tsx';
import { LetterSheet, OnPhone, Script, useFirstLayout } from './script-preview.tsx';
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

/** A text in one language, and beside it how it reads for a real person. Stands inside a form. */
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
  const store = useFormStore();
  const [person, pick] = useShownPerson();
  const letter = channel === 'letter';
  const first = useFirstLayout(letter);
  const [layout, setLayout] = useState<LayoutId | null>();
  const layoutId = layout === undefined ? first : layout;
  const asked = {
    defaultLanguage: language,
    variants: { [language]: variant },
    language,
    party: person && { kind: 'contact' as const, id: person.id },
    campaignName: campaignName ?? null,
  };
  const { preview, remarks } = usePreview({ ...asked, channel });
  const later = useLater(asked);
  const atPath = ({ field, ...remark }: ContentRemark): ContentRemark => ({
    ...remark,
    field: field.replace(`variants.${language}`, path),
  });
  return (
    <div className="content-editor">
      <div className="stack gap-normal">
        {onUse && isBlank(variant) && !disabled ? (
          <TemplateChoice channel={channel} language={language} person={person} layoutId={layoutId} onUse={onUse} />
        ) : null}
        {letter ? (
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
        {letter ? <LetterSheet asked={later} layoutId={layoutId} onLayout={setLayout} /> : null}
        {channel === 'sms' ? (
          <OnPhone
            asked={later}
            template={variant.text ?? ''}
            onPlain={disabled ? undefined : (text) => store?.set(`${path}.text`, text)}
          />
        ) : null}
        {letter || channel === 'sms' ? null : <Script text={preview?.text ?? ''} />}
      </section>
    </div>
  );
}
