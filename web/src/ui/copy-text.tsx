import { useRef } from 'react';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from './button.tsx';
import { Row } from './layout.tsx';
import { Text } from './text.tsx';
import { notify } from './toast.tsx';
import './text.css';

/** A text to be taken elsewhere. Where the browser keeps the clipboard to itself, as without TLS, it is selected instead. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const t = useTexts(shared);
  const shown = useRef<HTMLElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      notify.success(t('copied'));
    } catch {
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
    }
  };
  return (
    <div>
      <Row spread="between">
        <Text size="small">{label}</Text>
        <Button size="small" look="quiet" onClick={() => void copy()}>
          {t('copy')}
        </Button>
      </Row>
      <code ref={shown} className="copy-text">
        {text}
      </code>
    </div>
  );
}
