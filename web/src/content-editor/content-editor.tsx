import { useState } from 'react';
import type { Variant } from '../../../contract/content.ts';
import type { LetterPlan } from '../../../contract/letters.ts';
import type { Utm } from '../../../contract/utm.ts';
import type { Form as FormHandle } from '../form/use-form.ts';
import { LANGUAGE_NAMES } from '../i18n/languages.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { confirm } from '../ui/confirm.tsx';
import type { Content } from './content.ts';
import { LanguageBar } from './language-bar.tsx';
import { LinkChecks } from './link-checks.tsx';
import { type ShownPerson, useShownPerson } from './person-field.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { ReportFields } from './report-fields.tsx';
import { StartFrom } from './start-from.tsx';
import { texts } from './texts/texts.ts';
import { useLanguages } from './use-languages.ts';
import { usePreview } from './use-preview.ts';
import { isBlank, VariantFields } from './variant-fields.tsx';
import './content-editor.css';

export interface ContentEditorProps {
  form: FormHandle<Content>;
  disabled?: boolean | undefined;
  /** For the fields of the message itself. */
  campaignName?: string | undefined;
  senderName?: string | undefined;
  /** What its links carry. */
  utm?: Utm | null | undefined;
  /** Whom the preview shows first; somebody by himself when left out. */
  person?: ShownPerson | null | undefined;
  /** How a letter is made; only for those. */
  paper?: LetterPlan | undefined;
  /** A PDF of each recipient's own goes with it. */
  report?: boolean | undefined;
}

/** A message in all its languages, with the live preview beside it. Stands inside `<Form form={form}>`. */
export function ContentEditor(props: ContentEditorProps) {
  const { form, disabled, campaignName, senderName, utm, person, report } = props;
  const t = useTexts(texts);
  const { language, variant, put, bar } = useLanguages(form);
  const [begun, setBegun] = useState(false);
  const [shownPerson, pick] = useShownPerson(person);
  const { preview, stale, remarks } = usePreview({
    defaultLanguage: form.values.defaultLanguage,
    variants: { [language]: variant },
    language,
    party: shownPerson && { kind: 'contact', id: shownPerson.id },
    campaignName: campaignName ?? null,
    senderName: senderName ?? null,
    utm: utm ?? null,
  });
  const blank = isBlank(variant) && !begun && !disabled;
  const use = async (template: Variant) => {
    const question = {
      title: t('replaceTitle'),
      text: t('replaceText', { language: LANGUAGE_NAMES[language] }),
      action: t('replace'),
    };
    if (!isBlank(variant) && !(await confirm(question))) return;
    // The report belongs to the action's type, not to the text.
    put({ ...template, report: variant.report });
    setBegun(true);
  };
  return (
    <div className="content-main">
      <LanguageBar {...bar} disabled={disabled} onTemplate={blank ? undefined : (template) => void use(template)} />
      {blank ? (
        <StartFrom language={language} onUse={(template) => void use(template)} onEmpty={() => setBegun(true)} />
      ) : (
        <div className="content-editor">
          <VariantFields
            path={`variants.${language}`}
            language={language}
            variant={variant}
            preview={preview}
            remarks={remarks}
            disabled={disabled}
          />
          <PreviewPane preview={preview} stale={stale} person={shownPerson} onPerson={pick} />
        </div>
      )}
      {blank ? null : <LinkChecks variants={form.values.variants} />}
      {report ? (
        <ReportFields
          key={language}
          path={`variants.${language}`}
          language={language}
          variant={variant}
          ofMain={!!form.values.variants[form.values.defaultLanguage]?.report}
          person={shownPerson}
          campaignName={campaignName}
          senderName={senderName}
          disabled={disabled}
        />
      ) : null}
    </div>
  );
}
