import { useTexts } from '../i18n/use-texts.ts';
import { Stack } from '../ui/layout.tsx';
import { Heading } from '../ui/text.tsx';
import { useLater } from '../ui/use-later.ts';
import type { ContentEditorProps } from './content-editor.tsx';
import { LanguageBar } from './language-bar.tsx';
import { LetterPicture, useLetterPreview } from './letter-picture.tsx';
import { letterTexts } from './letter-texts/texts.ts';
import { PersonField, useShownPerson } from './person-field.tsx';
import { TemplateChoice } from './template-choice.tsx';
import { TemplateField } from './template-field.tsx';
import { useLanguages } from './use-languages.ts';
import { isBlank } from './variant-fields.tsx';
import './content-editor.css';

/** A letter in all its languages, beside it the page as it is printed for a real person. Stands inside `<Form form={form}>`. */
export function LetterEditor({ form, disabled, campaignName, senderName, person, paper }: ContentEditorProps) {
  const t = useTexts(letterTexts);
  const { language, variant, put, bar } = useLanguages(form);
  const [shown, pick] = useShownPerson(person);
  const asked = useLater({
    defaultLanguage: form.values.defaultLanguage,
    variants: { [language]: variant },
    language,
    party: shown && { kind: 'contact' as const, id: shown.id },
    campaignName: campaignName ?? null,
    senderName: senderName ?? null,
    layoutId: paper?.layoutId ?? null,
    enclosures: paper?.enclosures.map(({ name }) => name) ?? [],
  });
  const preview = useLetterPreview(asked);
  const remarks = preview.data?.remarks ?? [];
  return (
    <div className="content-main">
      <LanguageBar {...bar} disabled={disabled} />
      <div className="content-editor">
        <Stack gap="small">
          {isBlank(variant) && !disabled ? (
            <TemplateChoice
              channel="letter"
              language={language}
              person={shown}
              layoutId={paper?.layoutId}
              onUse={put}
            />
          ) : null}
          <TemplateField
            name={`variants.${language}.subject`}
            label={t('subject')}
            rows={1}
            linkless
            disabled={disabled}
            remarks={remarks}
          />
          <TemplateField
            name={`variants.${language}.text`}
            label={t('text')}
            hint={t('textHint')}
            rows={16}
            linkless
            disabled={disabled}
            remarks={remarks}
          />
        </Stack>
        <section className="preview-pane" aria-label={t('preview')}>
          <Heading level={3}>{t('preview')}</Heading>
          <PersonField person={shown} onPick={pick} />
          <LetterPicture preview={preview} />
        </section>
      </div>
    </div>
  );
}
