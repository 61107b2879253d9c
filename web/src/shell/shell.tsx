import { Drawer } from '@mantine/core';
import { IconMenu2, IconSearch } from '@tabler/icons-react';
import { Outlet } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { switchLanguage } from '../i18n/engine.ts';
import { shared } from '../i18n/shared/texts.ts';
import { TimeZoneContext } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useSession } from '../session/session.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { usePath } from '../url.ts';
import { Bell } from './bell.tsx';
import { Brand } from './brand.tsx';
import { startFinders } from './finders.ts';
import { FinishedRuns } from './finished-runs.tsx';
import { Notices } from './notices.tsx';
import { openPalette, Palette } from './palette.tsx';
import { Panel } from './panel.tsx';
import { texts } from './texts/texts.ts';
import './shell.css';

startFinders();

function TopBar() {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const { installation } = useSession();
  const path = usePath();
  const [openAt, setOpenAt] = useState<string | null>(null);
  return (
    <header className="top-bar">
      <IconButton label={t('openMenu')} icon={<IconMenu2 size={20} stroke={1.75} />} onClick={() => setOpenAt(path)} />
      <Brand name={installation?.name} />
      <Bell />
      <IconButton label={common('search')} icon={<IconSearch size={20} stroke={1.75} />} onClick={openPalette} />
      <Drawer.Root
        opened={openAt === path}
        onClose={() => setOpenAt(null)}
        size={272}
        padding={0}
        className="panel-drawer"
      >
        <Drawer.Overlay />
        <Drawer.Content aria-label={t('mainMenu')}>
          <Drawer.Body>
            <Panel />
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    </header>
  );
}

/** Everything around a screen once someone is signed in. */
export function Shell() {
  const t = useTexts(texts);
  const { user } = useSession();
  const language = user?.language;
  useEffect(() => {
    if (language) switchLanguage(language);
  }, [language]);
  return (
    <TimeZoneContext value={user?.timeZone ?? 'UTC'}>
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <div className="shell">
        <header className="shell-panel">
          <Panel />
        </header>
        <TopBar />
        <main id="content" className="shell-main" tabIndex={-1}>
          <Notices />
          <FinishedRuns />
          <Suspense
            fallback={
              <div className="shell-wait">
                <Skeleton lines={4} />
              </div>
            }
          >
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Palette />
    </TimeZoneContext>
  );
}
