import { ContentChannel, createTemplate, type Template, type Variant } from '../../../../contract/content.ts';
import { ScriptFields } from '../../content-editor/script-fields.tsx';
import { TemplateEditor } from '../../content-editor/template-editor.tsx';
import { SelectField } from '../../form/choice-fields.tsx';
import { FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import type { Language } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { LanguageField } from '../../locale-fields/language-field.tsx';
import { texts } from './texts/texts.ts';

interface Words {
  name: string;
  channel: Template['channel'];
  language: Language;
  variant: Variant;
}

interface TemplateFormProps {
  start: Words;
  send: (words: Words) => Promise<unknown>;
  /** What it is for may be chosen once, when it is made. */
  fixed?: boolean | undefined;
  disabled?: boolean | undefined;
}

export function TemplateForm({ start, send, fixed, disabled }: TemplateFormProps) {
  const t = useTexts(texts);
  const form = useForm({ schema: createTemplate.input, start, send: (words) => send(words as Words) });
  const { channel, language, variant } = form.values;
  return (
    <Form form={form}>
      <FieldRow>
        <TextField name="name" label={t('name')} disabled={disabled} />
        {fixed ? null : (
          <SelectField
            name="channel"
            label={t('channel')}
            choices={ContentChannel.options.map((value) => ({ value, label: t(`channel_${value}`) }))}
          />
        )}
        <LanguageField name="language" label={t('language')} disabled={disabled} />
      </FieldRow>
      {channel === 'email' ? (
        <TemplateEditor
          language={language}
          variant={variant}
          onReplace={(replaced) => form.set('variant', replaced)}
          disabled={disabled}
        />
      ) : (
        <ScriptFields
          path="variant"
          label={t(`words_${channel}`)}
          channel={channel}
          language={language}
          variant={variant}
          disabled={disabled}
          onUse={(begun) => form.set('variant', begun)}
        />
      )}
      {disabled ? null : <FormFoot action={t('saveTemplate')} />}
    </Form>
  );
}
