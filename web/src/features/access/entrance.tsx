import { type ReactNode, useEffect } from 'react';
import { switchLanguage } from '../../i18n/engine.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Card } from '../../ui/card.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Heading, Text } from '../../ui/text.tsx';
import { texts } from './texts/texts.ts';
import './entrance.css';

interface EntranceProps {
  title: string;
  text?: string | undefined;
  children: ReactNode;
  /** Under the card. */
  foot?: string | undefined;
}

/** The frame of the pages before sign-in: one card, and the choice of language under it. */
export function Entrance({ title, text, children, foot }: EntranceProps) {
  useEffect(() => {
    document.title = `${title} · Fanfare`;
  }, [title]);
  return (
    <Stack gap="normal">
      <Card>
        <Stack gap="large">
          <Stack gap="small">
            <Heading level={1}>{title}</Heading>
            {text ? <Text tone="quiet">{text}</Text> : null}
          </Stack>
          {children}
        </Stack>
      </Card>
      {foot ? (
        <div className="entrance-foot">
          <Text size="small" tone="quiet">
            {foot}
          </Text>
        </div>
      ) : null}
      <LanguageChoice />
    </Stack>
  );
}

function LanguageChoice() {
  const t = useTexts(texts);
  const { language } = useFormat();
  return (
    <nav className="entrance-languages" aria-label={t('languages')}>
      {LANGUAGES.map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={code === language}
          className="entrance-language"
          onClick={() => switchLanguage(code)}
        >
          {LANGUAGE_NAMES[code]}
        </button>
      ))}
    </nav>
  );
}
