import { type ContentChannel, type ContentVersion, getContentVersion } from '../../../contract/content.ts';
import type { ContentVersionId } from '../../../contract/ids.ts';
import type { LetterPlan } from '../../../contract/letters.ts';
import type { Utm } from '../../../contract/utm.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { Form, FormFoot } from '../form/form.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { useMay } from '../session/session.ts';
import { Alert } from '../ui/alert.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { Content } from './content.ts';
import { ContentEditor } from './content-editor.tsx';
import { EarlierVersions } from './earlier-versions.tsx';
import { LetterEditor } from './letter-editor.tsx';
import { SaveAsTemplate } from './save-as-template.tsx';
import { SmsEditor } from './sms-editor.tsx';
import { texts } from './texts/texts.ts';
import { useSavedContent } from './use-saved-content.ts';
import { isBlank } from './variant-fields.tsx';

interface SavedContentProps {
  id: ContentVersionId;
  disabled?: boolean | undefined;
  campaignName?: string | undefined;
  senderName?: string | undefined;
  /** What its links carry. */
  utm?: Utm | null | undefined;
  /** How a letter is made. */
  paper?: LetterPlan | undefined;
  /** A PDF of each recipient's own goes with it. */
  report?: boolean | undefined;
  /** Told after saving; `id` is a new one when a run had frozen the former. */
  onSaved?: ((version: ContentVersion) => unknown) | undefined;
}

/** A stored message, to be read and changed. */
export function SavedContent(props: SavedContentProps) {
  const { data, problem } = useEndpoint(getContentVersion, { id: props.id });
  if (problem) return <Alert tone="bad">{problem.message}</Alert>;
  if (!data) return <Skeleton lines={12} />;
  return <Editing key={data.id} version={data} {...props} />;
}

const editorOf = (channel: string) =>
  channel === 'sms' ? SmsEditor : channel === 'letter' ? LetterEditor : ContentEditor;

function Editing({
  version,
  disabled,
  campaignName,
  senderName,
  utm,
  paper,
  report,
  onSaved,
}: SavedContentProps & { version: ContentVersion }) {
  const t = useTexts(texts);
  const mayKeep = useMay('content.edit');
  const form = useSavedContent(version, onSaved);
  const { defaultLanguage, variants } = form.values;
  const main = variants[defaultLanguage];
  const takeBack = (content: Content) => {
    form.set('defaultLanguage', content.defaultLanguage);
    form.set('variants', content.variants);
  };
  const Editor = editorOf(version.channel);
  return (
    <Form form={form}>
      {disabled ? <Alert tone="neutral">{t('lockedContent')}</Alert> : null}
      {version.sealedAt && !disabled ? <Alert tone="accent">{t('savedAsNew')}</Alert> : null}
      <Editor
        form={form}
        disabled={disabled}
        campaignName={campaignName}
        senderName={senderName}
        utm={utm}
        paper={paper}
        report={report}
      />
      {disabled ? <EarlierVersions id={version.id} now={form.values} /> : null}
      {disabled ? null : (
        <FormFoot action={t('saveContent')}>
          <EarlierVersions id={version.id} now={form.values} onTakeBack={takeBack} />
          {mayKeep && main && !isBlank(main) ? (
            <SaveAsTemplate channel={version.channel as ContentChannel} language={defaultLanguage} variant={main} />
          ) : null}
        </FormFoot>
      )}
    </Form>
  );
}
