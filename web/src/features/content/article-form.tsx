import { createArticle } from '../../../../contract/articles.ts';
import type { SentTo } from '../../../../contract/endpoint.ts';
import { FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { RichTextField } from '../../form/rich-text-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { LanguageField } from '../../locale-fields/language-field.tsx';
import { PictureField } from '../../pictures/picture-field.tsx';
import { texts } from './article-texts/texts.ts';

export type ArticleWords = SentTo<typeof createArticle>;

interface ArticleFormProps {
  start: ArticleWords;
  send: (words: ArticleWords) => Promise<unknown>;
  disabled?: boolean | undefined;
}

export function ArticleForm({ start, send, disabled }: ArticleFormProps) {
  const t = useTexts(texts);
  const form = useForm({ schema: createArticle.input, start, send });
  return (
    <Form form={form}>
      <FieldRow>
        <TextField name="title" label={t('title')} disabled={disabled} />
        <LanguageField name="language" label={t('language')} disabled={disabled} />
      </FieldRow>
      <PictureField name="picture" label={t('picture')} disabled={disabled} />
      <RichTextField name="body" label={t('body')} hint={t('bodyHint')} disabled={disabled} />
      <FieldRow>
        <TextField
          name="linkUrl"
          kind="url"
          label={t('linkUrl')}
          hint={t('linkUrlHint')}
          example="https://"
          disabled={disabled}
        />
        <TextField name="linkLabel" label={t('linkLabel')} hint={t('linkLabelHint')} disabled={disabled} />
      </FieldRow>
      {disabled ? null : <FormFoot action={t('save')} />}
    </Form>
  );
}
