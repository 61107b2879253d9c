import { Menu } from '@mantine/core';
import { IconLogout, IconUser } from '@tabler/icons-react';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../i18n/languages.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { paths } from '../paths.ts';
import { useSession } from '../session/session.ts';
import { chooseLanguage, signOut } from '../session/session-actions.ts';
import { type Look, useLook } from '../ui/look-provider.tsx';
import { RouterLink } from '../ui/router-link.tsx';
import { texts } from './texts/texts.ts';

const LOOKS = { auto: 'lookAuto', light: 'lookLight', dark: 'lookDark' } as const;

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => word?.[0] ?? '')
    .join('')
    .toUpperCase();
}

export function UserMenu() {
  const t = useTexts(texts);
  const { user } = useSession();
  const { language } = useFormat();
  const [look, setLook] = useLook();
  if (!user) return null;
  return (
    <Menu position="top-start" width={224} shadow="md" closeOnItemClick={false}>
      <Menu.Target>
        <button type="button" className="user-button" aria-label={`${t('account')}: ${user.name}`}>
          <span className="user-initials" aria-hidden="true">
            {initialsOf(user.name)}
          </span>
          <span className="user-name">{user.name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{user.email}</Menu.Label>
        <Menu.Item component={RouterLink} href={paths.profile()} leftSection={<IconUser size={16} />} closeMenuOnClick>
          {t('profile')}
        </Menu.Item>
        <Menu.RadioGroup value={look} onChange={(value) => setLook(value as Look)}>
          <Menu.Divider />
          <Menu.Label>{t('look')}</Menu.Label>
          {(['auto', 'light', 'dark'] as const).map((one) => (
            <Menu.RadioItem key={one} value={one}>
              {t(LOOKS[one])}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.RadioGroup value={language} onChange={(value) => void chooseLanguage(value as Language)}>
          <Menu.Divider />
          <Menu.Label>{t('language')}</Menu.Label>
          {LANGUAGES.map((code) => (
            <Menu.RadioItem key={code} value={code} lang={code}>
              {LANGUAGE_NAMES[code]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()} closeMenuOnClick>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
