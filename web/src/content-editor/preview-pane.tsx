import { useState } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { Frame } from '../ui/frame.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Heading, Text } from '../ui/text.tsx';
import { PersonField, type ShownPerson } from './person-field.tsx';
import { texts } from './texts/texts.ts';
import type { Preview } from './use-preview.ts';

interface PreviewPaneProps {
  preview: Preview | undefined;
  /** It's from before the error. */
  stale: boolean;
  person: ShownPerson | null;
  onPerson: (person: ShownPerson | null) => void;
}

/** The message as it arrives: in the list of a mail program, then opened. */
export function PreviewPane({ preview, stale, person, onPerson }: PreviewPaneProps) {
  const t = useTexts(texts);
  const [side, setSide] = useState<'html' | 'text'>('html');
  const title = person ? t('previewFor', { name: person.name }) : t('previewWithNames');
  return (
    <section className="preview-pane" aria-label={t('preview')}>
      <div className="preview-head">
        <Heading level={3}>{t('preview')}</Heading>
        <div className="preview-sides">
          {(['html', 'text'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="preview-side"
              aria-pressed={side === one}
              onClick={() => setSide(one)}
            >
              {t(one === 'html' ? 'asHtml' : 'asText')}
            </button>
          ))}
        </div>
      </div>
      <PersonField person={person} onPick={onPerson} />
      {stale ? (
        <Text size="small" tone="warn">
          {t('stalePreview')}
        </Text>
      ) : null}
      {preview ? <Shown preview={preview} side={side} title={title} /> : <Skeleton lines={10} />}
    </section>
  );
}

function Shown({ preview, side, title }: { preview: Preview; side: 'html' | 'text'; title: string }) {
  const t = useTexts(texts);
  return (
    <>
      <div className="preview-envelope">
        <strong>{preview.subject || t('noSubject')}</strong>
        {preview.preheader ? <span> {preview.preheader}</span> : null}
      </div>
      {side === 'text' ? <pre className="preview-text">{preview.text}</pre> : null}
      {side === 'html' && preview.html ? <Frame title={title} html={preview.html} height={640} /> : null}
      {side === 'html' && !preview.html ? <Text tone="quiet">{t('noHtml')}</Text> : null}
      {preview.size > 0 ? (
        <Text size="small" tone="quiet">
          {t('kilobytes', { size: Math.max(1, Math.round(preview.size / 1024)) })}
        </Text>
      ) : null}
    </>
  );
}
