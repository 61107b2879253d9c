import { previewSms } from '../../../contract/sms.ts';
import { saysHowToStop } from '../../../contract/sms-text.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormStore } from '../form/use-form.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/button.tsx';
import { Row, Stack } from '../ui/layout.tsx';
import { Heading } from '../ui/text.tsx';
import { useLater } from '../ui/use-later.ts';
import type { ContentEditorProps } from './content-editor.tsx';
import { LanguageBar } from './language-bar.tsx';
import { LinkChecks } from './link-checks.tsx';
import { PersonField, useShownPerson } from './person-field.tsx';
import { OnPhone } from './script-preview.tsx';
import { smsTexts } from './sms-texts/texts.ts';
import { TemplateChoice } from './template-choice.tsx';
import { TemplateField } from './template-field.tsx';
import { useLanguages } from './use-languages.ts';
import { isBlank } from './variant-fields.tsx';
import './content-editor.css';

const STOP_LINE = '\nSTOP: {{ unsubscribe_url }}';

/** A text in all its languages, counted as one real person gets it. Stands inside `<Form form={form}>`. */
export function SmsEditor({ form, disabled, campaignName, senderName, person }: ContentEditorProps) {
  const t = useTexts(smsTexts);
  const store = useFormStore();
  const { language, variant, put, bar } = useLanguages(form);
  const [shown, pick] = useShownPerson(person);
  const asked = useLater({
    defaultLanguage: form.values.defaultLanguage,
    variants: { [language]: variant },
    language,
    party: shown && { kind: 'contact' as const, id: shown.id },
    campaignName: campaignName ?? null,
    senderName: senderName ?? null,
  });
  const { data } = useEndpoint(previewSms, asked, { keep: true });
  const name = `variants.${language}.text`;
  const written = variant.text ?? '';
  const write = (text: string) => store?.set(name, text);
  return (
    <div className="content-main">
      <LanguageBar {...bar} disabled={disabled} />
      <div className="content-editor">
        <Stack gap="small">
          {isBlank(variant) && !disabled ? (
            <TemplateChoice channel="sms" language={language} person={shown} onUse={put} />
          ) : null}
          <TemplateField
            name={name}
            label={t('text')}
            hint={t('textHint')}
            rows={8}
            disabled={disabled}
            remarks={data?.remarks ?? []}
          />
          {disabled || saysHowToStop(written) ? null : (
            <Row>
              <Button size="small" onClick={() => write(`${written.trimEnd()}${STOP_LINE}`)}>
                {t('addStop')}
              </Button>
            </Row>
          )}
        </Stack>
        <section className="preview-pane" aria-label={t('preview')}>
          <Heading level={3}>{t('preview')}</Heading>
          <PersonField person={shown} onPick={pick} />
          <OnPhone asked={asked} template={written} onPlain={disabled ? undefined : write} />
        </section>
      </div>
      {written.trim() ? <LinkChecks variants={form.values.variants} /> : null}
    </div>
  );
}
