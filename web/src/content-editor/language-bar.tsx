import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import type { Variants } from '../../../contract/content.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../i18n/languages.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/button.tsx';
import { confirm } from '../ui/confirm.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { Text } from '../ui/text.tsx';
import { texts } from './texts/texts.ts';

interface LanguageBarProps {
  variants: Variants;
  main: Language;
  shown: Language;
  /** Languages whose text has an error. */
  wrong: ReadonlySet<string>;
  disabled?: boolean | undefined;
  onShow: (language: Language) => void;
  onAdd: (language: Language) => void;
  onRemove: (language: Language) => void;
  onMain: (language: Language) => void;
}

/** The languages a message is written in: choose one, add one, take one out. */
export function LanguageBar({
  variants,
  main,
  shown,
  wrong,
  disabled,
  onShow,
  onAdd,
  onRemove,
  onMain,
}: LanguageBarProps) {
  const t = useTexts(texts);
  const written = LANGUAGES.filter((language) => variants[language] || language === main);
  const missing = LANGUAGES.filter((language) => !written.includes(language));
  const remove = async (language: Language) => {
    const question = {
      title: t('removeLanguage', { language: LANGUAGE_NAMES[language] }),
      text: t('removeLanguageText'),
      action: t('removeLanguage', { language: LANGUAGE_NAMES[language] }),
      danger: true,
    };
    if (await confirm(question)) onRemove(language);
  };
  const items = [
    ...missing.map((language) => ({
      label: LANGUAGE_NAMES[language],
      icon: <IconPlus size={16} />,
      onClick: () => onAdd(language),
    })),
    shown !== main && { label: t('makeMain'), apart: true, onClick: () => onMain(shown) },
    shown !== main && {
      label: t('removeLanguage', { language: LANGUAGE_NAMES[shown] }),
      danger: true,
      onClick: () => void remove(shown),
    },
  ];
  return (
    <div className="language-bar">
      <fieldset className="language-tabs">
        <legend className="visually-hidden">{t('languages')}</legend>
        {written.map((language) => (
          <button
            key={language}
            type="button"
            className={`language-tab${wrong.has(language) ? ' language-tab-wrong' : ''}`}
            aria-pressed={language === shown}
            onClick={() => onShow(language)}
          >
            {LANGUAGE_NAMES[language]}
            {language === main && written.length > 1 ? (
              <span className="language-main">{t('mainLanguage')}</span>
            ) : null}
          </button>
        ))}
      </fieldset>
      {disabled ? null : missing.length === LANGUAGES.length - 1 ? (
        <Menu
          target={
            <Button size="small" look="quiet" icon={<IconPlus size={16} />}>
              {t('addLanguage')}
            </Button>
          }
          items={items}
        />
      ) : (
        <Menu
          label={t('languages')}
          target={<IconButton label={t('addLanguage')} icon={<IconChevronDown size={18} />} />}
          items={items}
        />
      )}
      {written.length > 1 ? (
        <Text size="small" tone="quiet">
          {t('languageHint')}
        </Text>
      ) : null}
    </div>
  );
}
