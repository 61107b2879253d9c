import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useSession } from '../../session/session.ts';
import { RouterLink } from '../../ui/router-link.tsx';
import { Outlet, useGo, usePath } from '../../url.ts';
import { groups } from './places.ts';
import { texts } from './texts/texts.ts';
import './settings-frame.css';

function useGroups() {
  const router = useRouter();
  const { permissions } = useSession();
  return groups
    .map(({ text, places }) => ({
      text,
      places: places.filter(
        ({ href, needs }) => href in router.routesByPath && (!needs || permissions.includes(needs)),
      ),
    }))
    .filter(({ places }) => places.length > 0);
}

/** The settings: their pages in a list beside the present one, on a small screen above it. */
export function SettingsFrame() {
  const t = useTexts(texts);
  const path = usePath();
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on a small screen the present page is brought into view when the path changes
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [path]);
  return (
    <div className="settings">
      <nav className="settings-nav" aria-label={t('settings')} ref={nav}>
        {useGroups().map(({ text, places }) => (
          <section key={text} className="settings-group" aria-label={t(text)}>
            <span className="settings-group-name" aria-hidden="true">
              {t(text)}
            </span>
            {places.map((place) => (
              <RouterLink key={place.href} href={place.href} className="settings-place">
                {t(place.text)}
              </RouterLink>
            ))}
          </section>
        ))}
      </nav>
      <div className="settings-page">
        <Outlet />
      </div>
    </div>
  );
}

/** Nothing of its own: goes on to the first page that the user may see beyond their own profile. */
export function SettingsStart() {
  const go = useGo();
  const path = usePath();
  const places = useGroups().flatMap((group) => group.places);
  const first = (places.find(({ href }) => href !== paths.profile()) ?? places[0])?.href;
  useEffect(() => {
    if (first && path !== first) go(first, { replace: true });
  }, [first, path, go]);
  return null;
}
