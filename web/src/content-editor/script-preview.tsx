import type { SentTo } from '../../../contract/endpoint.ts';
import type { LayoutId } from '../../../contract/ids.ts';
import { listLayouts } from '../../../contract/layouts.ts';
import { previewSms } from '../../../contract/sms.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { SelectField } from '../form/choice-fields.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { Text } from '../ui/text.tsx';
import { type LetterAsked, LetterPicture, useLetterPreview } from './letter-picture.tsx';
import { SmsCount } from './sms-count.tsx';
import { texts } from './texts/texts.ts';

/** No layout: a plain sheet. */
const PLAIN = 'plain';

interface LetterSheetProps {
  asked: LetterAsked;
  layoutId: LayoutId | null;
  onLayout: (id: LayoutId | null) => void;
}

/** A text that has no layout of its own yet, as it would look on one of the house's. */
export function LetterSheet({ asked, layoutId, onLayout }: LetterSheetProps) {
  const t = useTexts(texts);
  const layouts = useLayouts();
  const preview = useLetterPreview({ ...asked, layoutId });
  return (
    <>
      <SelectField
        label={t('shownOn')}
        choices={[
          ...layouts.map(({ id, name }) => ({ value: id as string, label: name })),
          { value: PLAIN, label: t('plainSheet') },
        ]}
        value={layoutId ?? PLAIN}
        onChange={(chosen) => onLayout(chosen === null || chosen === PLAIN ? null : (chosen as LayoutId))}
      />
      <LetterPicture preview={preview} />
    </>
  );
}

const useLayouts = (when = true) => useEndpoint(listLayouts, { limit: 200, sort: 'name' }, { when }).data?.rows ?? [];

/** The first by name stands for the house. */
export const useFirstLayout = (when: boolean): LayoutId | null => useLayouts(when)[0]?.id ?? null;

interface PhoneProps {
  asked: SentTo<typeof previewSms>;
  /** As it is written. */
  template: string;
  onPlain?: ((text: string) => void) | undefined;
}

/** A text as it stands on a phone, and in how many parts it comes. */
export function OnPhone({ asked, template, onPlain }: PhoneProps) {
  const { data } = useEndpoint(previewSms, asked, { keep: true });
  const text = data?.text ?? '';
  return (
    <>
      {text ? <div className="sms-bubble">{text}</div> : null}
      <SmsCount text={text} template={template} onPlain={onPlain} />
    </>
  );
}

/** A text that is read out or read by a colleague. */
export function Script({ text }: { text: string }) {
  const t = useTexts(texts);
  return text ? <pre className="preview-text">{text}</pre> : <Text tone="quiet">{t('nothingWritten')}</Text>;
}
