import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Variant, Variants } from '../../../contract/content.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../i18n/languages.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/button.tsx';
import { confirm } from '../ui/confirm.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { Modal } from '../ui/modal.tsx';
import { Text } from '../ui/text.tsx';
import { StartFrom } from './start-from.tsx';
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
  /** Another template is taken in the place of what stands there. */
  onTemplate?: ((variant: Variant) => void) | undefined;
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
  onTemplate,
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
      {onTemplate && !disabled ? <OtherTemplate language={shown} onUse={onTemplate} /> : null}
      {written.length > 1 ? (
        <Text size="small" tone="quiet">
          {t('languageHint')}
        </Text>
      ) : null}
    </div>
  );
}

function OtherTemplate({ language, onUse }: { language: Language; onUse: (variant: Variant) => void }) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const use = (variant: Variant) => {
    setOpen(false);
    onUse(variant);
  };
  return (
    <>
      <Button size="small" look="quiet" onClick={() => setOpen(true)}>
        {t('otherTemplate')}
      </Button>
      <Modal open={open} onClose={() => setOpen(false)} title={t('startFrom')} size="large">
        <StartFrom language={language} onUse={use} />
      </Modal>
    </>
  );
}
