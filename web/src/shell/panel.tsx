import { IconSearch } from '@tabler/icons-react';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useSession } from '../session/session.ts';
import { RouterLink } from '../ui/router-link.tsx';
import { Bell } from './bell.tsx';
import { Brand } from './brand.tsx';
import type { Place } from './navigation.ts';
import { commandKey, openPalette } from './palette.tsx';
import { texts } from './texts/texts.ts';
import { usePlaces } from './use-places.ts';
import { UserMenu } from './user-menu.tsx';
import './panel.css';

function PlaceLink({ place }: { place: Place }) {
  const t = useTexts(texts);
  const Icon = place.icon;
  return (
    <RouterLink href={place.href} className="place">
      {Icon ? <Icon size={18} stroke={1.6} /> : null}
      {t(place.text)}
    </RouterLink>
  );
}

function PlaceGroup({ place }: { place: Place }) {
  const t = useTexts(texts);
  const Icon = place.icon;
  return (
    <>
      <span className="place place-group">
        {Icon ? <Icon size={18} stroke={1.6} /> : null}
        {t(place.text)}
      </span>
      <ul className="places places-inner">
        {place.places?.map((inner) => (
          <li key={inner.href}>
            <PlaceLink place={inner} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The left panel; in a drawer on small screens. */
export function Panel() {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const { installation } = useSession();
  return (
    <div className="panel">
      <Brand name={installation?.name} />
      <button type="button" className="panel-search" onClick={openPalette} aria-keyshortcuts="Control+K Meta+K">
        <IconSearch size={16} stroke={1.75} aria-hidden="true" />
        <span>{common('search')}</span>
        <span className="panel-key" aria-hidden="true">
          {commandKey}
        </span>
      </button>
      <nav aria-label={t('mainMenu')} className="panel-nav">
        <ul className="places">
          {usePlaces().map((place) => (
            <li key={place.text}>{place.places ? <PlaceGroup place={place} /> : <PlaceLink place={place} />}</li>
          ))}
        </ul>
      </nav>
      <div className="panel-foot">
        <UserMenu />
        <Bell />
      </div>
    </div>
  );
}
