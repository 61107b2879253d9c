import { type ContentChannel, previewContent, type Variant } from '../../../contract/content.ts';
import type { LayoutId } from '../../../contract/ids.ts';
import { previewSms } from '../../../contract/sms.ts';
import { countSms } from '../../../contract/sms-text.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import type { Language } from '../i18n/languages.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { asPicture, useLetterPreview } from './letter-picture.tsx';
import type { ShownPerson } from './person-field.tsx';
import { smsTexts } from './sms-texts/texts.ts';

export interface Looks {
  channel: ContentChannel;
  language: Language;
  /** Whose data fill the fields of a text; their names stand there without. */
  person?: ShownPerson | null | undefined;
  /** On which paper a letter is shown; a plain sheet without. */
  layoutId?: LayoutId | null | undefined;
}

const askedFor = ({ language, person }: Looks, variant: Variant) => ({
  defaultLanguage: language,
  variants: { [language]: variant },
  language,
  party: person ? { kind: 'contact' as const, id: person.id } : null,
});
type Asked = ReturnType<typeof askedFor>;

/** A template in small, as it looks where it arrives: in a mailbox, on paper, on a phone, or before the eyes of a colleague. */
export function TemplateThumb({ variant, ...looks }: Looks & { variant: Variant }) {
  const { channel, layoutId = null } = looks;
  const asked = askedFor(looks, variant);
  if (channel === 'email') return <iframe title={variant.subject} sandbox="" srcDoc={variant.html} tabIndex={-1} />;
  if (channel === 'letter') return <LetterThumb asked={{ ...asked, layoutId }} />;
  return channel === 'sms' ? <SmsThumb asked={asked} /> : <ScriptThumb asked={{ ...asked, channel }} />;
}

function LetterThumb({ asked }: { asked: Asked & { layoutId: LayoutId | null } }) {
  const { data } = useLetterPreview(asked);
  return data?.svg ? <img alt="" className="template-thumb-page" src={asPicture(data.svg)} /> : null;
}

function SmsThumb({ asked }: { asked: Asked }) {
  const t = useTexts(smsTexts);
  const { data } = useEndpoint(previewSms, asked);
  if (!data?.text) return null;
  return (
    <>
      <span className="sms-bubble">{data.text}</span>
      <span className="text-quiet text-small">{t('parts', { count: countSms(data.text).parts.length })}</span>
    </>
  );
}

function ScriptThumb({ asked }: { asked: Asked & { channel: ContentChannel } }) {
  const { data } = useEndpoint(previewContent, asked);
  return data?.text ? <span className="template-thumb-words">{data.text}</span> : null;
}
