import { useState } from 'react';
import { type EarlierContent, listEarlierContents } from '../../../contract/content.ts';
import type { ContentVersionId } from '../../../contract/ids.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { LANGUAGE_NAMES, type Language } from '../i18n/languages.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/button.tsx';
import { Frame } from '../ui/frame.tsx';
import { Foot, Modal } from '../ui/modal.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Heading, Text } from '../ui/text.tsx';
import { notify } from '../ui/toast.tsx';
import { When } from '../ui/values.tsx';
import type { Content } from './content.ts';
import { texts } from './texts/texts.ts';
import { usePreview } from './use-preview.ts';

interface EarlierVersionsProps {
  id: ContentVersionId;
  /** As it is being written. */
  now: Content;
  /** Puts an earlier text into the form; left out where nothing may be changed. */
  onTakeBack?: ((content: Content) => void) | undefined;
}

/** What the message said before: seen beside what it says now, and taken back. */
export function EarlierVersions({ id, now, onTakeBack }: EarlierVersionsProps) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const takeBack = onTakeBack
    ? (content: Content) => {
        onTakeBack(content);
        setOpen(false);
        notify.success(t('takenBack'));
      }
    : undefined;
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t('earlier')}
      </Button>
      <Modal open={open} onClose={() => setOpen(false)} title={t('earlier')} size="large">
        <Versions id={id} now={now} onTakeBack={takeBack} />
      </Modal>
    </>
  );
}

function Versions({ id, now, onTakeBack }: EarlierVersionsProps) {
  const t = useTexts(texts);
  const { data } = useEndpoint(listEarlierContents, { id });
  const [chosen, setChosen] = useState<string>();
  if (!data) return <Skeleton lines={6} />;
  const shown = data.earlier.find((one) => one.id === chosen) ?? data.earlier[0];
  if (!shown) return <Text tone="quiet">{t('earlierNone')}</Text>;
  return (
    <div className="stack gap-normal">
      <ul className="earlier-list" aria-label={t('earlierList')}>
        {data.earlier.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="language-tab"
              aria-pressed={one.id === shown.id}
              onClick={() => setChosen(one.id)}
            >
              <When at={one.at} /> · {t(one.kind === 'sent' ? 'sentBy' : 'draftBy', { who: one.by ?? t('somebody') })}
            </button>
          </li>
        ))}
      </ul>
      <Beside earlier={shown} now={now} />
      {onTakeBack ? (
        <Foot>
          <Button
            look="primary"
            onClick={() => onTakeBack({ defaultLanguage: shown.defaultLanguage, variants: shown.variants })}
          >
            {t('takeBack')}
          </Button>
        </Foot>
      ) : null}
    </div>
  );
}

function Beside({ earlier, now }: { earlier: EarlierContent; now: Content }) {
  const t = useTexts(texts);
  const language = now.defaultLanguage;
  return (
    <div className="earlier-beside">
      <One title={t('before')} content={earlier} language={language} />
      <One title={t('now')} content={now} language={language} />
    </div>
  );
}

function One({ title, content, language }: { title: string; content: Content; language: Language }) {
  const t = useTexts(texts);
  const variant = content.variants[language];
  const variants = variant ? { [language]: variant } : {};
  const { preview } = usePreview({ defaultLanguage: language, variants, language });
  return (
    <section className="stack gap-small" aria-label={title}>
      <Heading level={3}>{title}</Heading>
      {variant ? (
        <>
          <div className="preview-envelope">
            <strong>{preview?.subject || t('noSubject')}</strong>
          </div>
          {preview?.html ? (
            <Frame title={title} html={preview.html} height={420} widths={false} />
          ) : (
            <pre className="preview-text">{preview?.text}</pre>
          )}
        </>
      ) : (
        <Text tone="quiet">{t('notInLanguage', { language: LANGUAGE_NAMES[language] })}</Text>
      )}
    </section>
  );
}
