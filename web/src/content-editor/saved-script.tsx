import { useState } from 'react';
import {
  type ContentVersion,
  getContentVersion,
  updateContentVersion,
  type Variant,
} from '../../../contract/content.ts';
import type { ContentVersionId } from '../../../contract/ids.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { Form, FormFoot } from '../form/form.tsx';
import { useForm } from '../form/use-form.ts';
import type { Language } from '../i18n/languages.ts';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useMay } from '../session/session.ts';
import { Alert } from '../ui/alert.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { Content } from './content.ts';
import { LanguageBar } from './language-bar.tsx';
import { SaveAsTemplate } from './save-as-template.tsx';
import { ScriptFields } from './script-fields.tsx';
import { texts } from './texts/texts.ts';

interface SavedScriptProps {
  id: ContentVersionId;
  channel: 'call' | 'task';
  label: string;
  disabled?: boolean | undefined;
  campaignName?: string | undefined;
  /** Told after saving; `id` is a new one when a run had frozen the former. */
  onSaved: (version: ContentVersion) => unknown;
}

/** E18: what is said on the phone, or to be done, in each language, as plain text with fields. */
export function SavedScript(props: SavedScriptProps) {
  const { data, problem } = useEndpoint(getContentVersion, { id: props.id });
  if (problem) return <Alert tone="bad">{problem.message}</Alert>;
  if (!data) return <Skeleton lines={6} />;
  return <Editing key={data.id} version={data} {...props} />;
}

const EMPTY: Variant = { subject: '', preheader: '', html: '', text: null };

function Editing({
  version,
  channel,
  label,
  disabled,
  campaignName,
  onSaved,
}: SavedScriptProps & { version: ContentVersion }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const mayKeep = useMay('content.edit');
  const save = useAction(updateContentVersion, {
    invalidate: [getContentVersion],
    done: t('contentSaved'),
    toast: false,
  });
  const start: Content = { defaultLanguage: version.defaultLanguage, variants: version.variants };
  const form = useForm({
    schema: updateContentVersion.input.omit({ id: true }),
    start,
    send: async (content) => {
      await onSaved(await save.runAsync({ ...content, id: version.id }));
    },
  });
  const { defaultLanguage, variants } = form.values;
  const [chosen, setChosen] = useState<Language>(defaultLanguage);
  const shown = variants[chosen] ? chosen : defaultLanguage;
  const variant = variants[shown] ?? EMPTY;
  const put = (language: Language, written: Variant) => form.set('variants', { ...variants, [language]: written });
  return (
    <Form form={form}>
      {disabled ? <Alert tone="neutral">{t('lockedContent')}</Alert> : null}
      {version.sealedAt && !disabled ? <Alert tone="accent">{t('savedAsNew')}</Alert> : null}
      <LanguageBar
        variants={variants}
        main={defaultLanguage}
        shown={shown}
        wrong={new Set()}
        disabled={disabled}
        onShow={setChosen}
        onAdd={(language) => {
          put(language, variant);
          setChosen(language);
        }}
        onRemove={(language) => {
          const { [language]: _, ...rest } = variants;
          form.set('variants', rest);
          setChosen(defaultLanguage);
        }}
        onMain={(language) => form.set('defaultLanguage', language)}
      />
      <ScriptFields
        path={`variants.${shown}`}
        label={label}
        channel={channel}
        language={shown}
        variant={variant}
        campaignName={campaignName}
        disabled={disabled}
        onUse={(template) => put(shown, template)}
      />
      {disabled ? null : (
        <FormFoot action={common('save')}>
          {mayKeep && variant.text?.trim() ? (
            <SaveAsTemplate channel={channel} language={shown} variant={variant} />
          ) : null}
        </FormFoot>
      )}
    </Form>
  );
}
