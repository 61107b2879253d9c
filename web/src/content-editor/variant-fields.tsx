import type { ContentRemark, Variant } from '../../../contract/content.ts';
import { Switch } from '../form/toggle-fields.tsx';
import { useFormStore } from '../form/use-form.ts';
import type { Language } from '../i18n/languages.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { HelpHint } from '../ui/help-hint.tsx';
import { AttachmentsField } from './attachments-field.tsx';
import { BodyFields } from './body-fields.tsx';
import { EmbeddedFields } from './embedded-fields.tsx';
import { TemplateField } from './template-field.tsx';
import { texts } from './texts/texts.ts';
import type { Preview } from './use-preview.ts';

export const isBlank = (variant: Variant | undefined): boolean =>
  !variant ||
  (!variant.design && `${variant.subject}${variant.preheader}${variant.html}${variant.text ?? ''}`.trim() === '');

interface VariantFieldsProps {
  /** Where the variant stands in the form: `variants.en`, or `variant`. */
  path: string;
  language: Language;
  variant: Variant;
  preview: Preview | undefined;
  remarks: readonly ContentRemark[];
  disabled?: boolean | undefined;
}

/** The texts of one language. Stands inside a form. */
export function VariantFields({ path, language, variant, preview, remarks, disabled }: VariantFieldsProps) {
  const t = useTexts(texts);
  const store = useFormStore();
  const part = { remarks, disabled };
  const saved = !isBlank(variant) && store?.state.dirty === false;
  // Absent in a message that is not written yet.
  const ownText = typeof variant.text === 'string';
  return (
    <div className="stack gap-normal">
      <TemplateField
        name={`${path}.subject`}
        label={t('subject')}
        hint={t('subjectHint')}
        help={<FieldHelp />}
        rows={1}
        saved={saved}
        {...part}
      />
      <TemplateField name={`${path}.preheader`} label={t('preheader')} hint={t('preheaderHint')} rows={1} {...part} />
      <BodyFields path={path} language={language} variant={variant} {...part} />
      <Switch
        label={t('ownText')}
        hint={t('ownTextHint')}
        value={ownText}
        disabled={disabled}
        onChange={(own) => store?.set(`${path}.text`, own ? (preview?.text ?? '') : null)}
      />
      {ownText ? (
        <TemplateField name={`${path}.text`} label={t('plainText')} hint={t('plainTextHint')} rows={12} {...part} />
      ) : null}
      <EmbeddedFields path={path} preview={preview} disabled={disabled} />
      <AttachmentsField path={path} disabled={disabled} />
    </div>
  );
}

const SIGNS = { open: '{{', close: '}}', openTag: '{%', closeTag: '%}' };

function FieldHelp() {
  const t = useTexts(texts);
  const { open, close, openTag, closeTag } = SIGNS;
  return (
    <HelpHint title={t('helpTitle')}>
      <p>{t('helpField', { open, close })}</p>
      <p>{t('helpDefault')}</p>
      <p>{t('helpIf', { openTag, closeTag })}</p>
    </HelpHint>
  );
}
