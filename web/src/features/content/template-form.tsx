import { createTemplate, type Variant } from '../../../../contract/content.ts';
import { TemplateEditor } from '../../content-editor/template-editor.tsx';
import { FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import type { Language } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { LanguageField } from '../../locale-fields/language-field.tsx';
import { texts } from './texts/texts.ts';

interface Words {
  name: string;
  language: Language;
  variant: Variant;
}

interface TemplateFormProps {
  start: Words;
  send: (words: Words) => Promise<unknown>;
  disabled?: boolean | undefined;
}

export function TemplateForm({ start, send, disabled }: TemplateFormProps) {
  const t = useTexts(texts);
  const form = useForm({ schema: createTemplate.input, start, send: (words) => send(words as Words) });
  return (
    <Form form={form}>
      <FieldRow>
        <TextField name="name" label={t('name')} disabled={disabled} />
        <LanguageField name="language" label={t('language')} disabled={disabled} />
      </FieldRow>
      <TemplateEditor
        language={form.values.language}
        variant={form.values.variant}
        onReplace={(variant) => form.set('variant', variant)}
        disabled={disabled}
      />
      {disabled ? null : <FormFoot action={t('saveTemplate')} />}
    </Form>
  );
}
