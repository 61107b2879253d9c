import { type ContentVersion, getContentVersion } from '../../../contract/content.ts';
import type { ContentVersionId } from '../../../contract/ids.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { Form, FormFoot } from '../form/form.tsx';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useMay } from '../session/session.ts';
import { Alert } from '../ui/alert.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { LanguageBar } from './language-bar.tsx';
import { SaveAsTemplate } from './save-as-template.tsx';
import { ScriptFields } from './script-fields.tsx';
import { texts } from './texts/texts.ts';
import { useLanguages } from './use-languages.ts';
import { useSavedContent } from './use-saved-content.ts';

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
  const form = useSavedContent(version, onSaved);
  const { language, variant, put, bar } = useLanguages(form);
  return (
    <Form form={form}>
      {disabled ? <Alert tone="neutral">{t('lockedContent')}</Alert> : null}
      {version.sealedAt && !disabled ? <Alert tone="accent">{t('savedAsNew')}</Alert> : null}
      <LanguageBar {...bar} disabled={disabled} />
      <ScriptFields
        path={`variants.${language}`}
        label={label}
        channel={channel}
        language={language}
        variant={variant}
        campaignName={campaignName}
        disabled={disabled}
        onUse={put}
      />
      {disabled ? null : (
        <FormFoot action={common('save')}>
          {mayKeep && variant.text?.trim() ? (
            <SaveAsTemplate channel={channel} language={language} variant={variant} />
          ) : null}
        </FormFoot>
      )}
    </Form>
  );
}
