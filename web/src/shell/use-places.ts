import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useSession } from '../session/session.ts';
import { deeds, type Place, places } from './navigation.ts';

/** The places that exist and that this user may see. */
export function usePlaces(): readonly Place[] {
  const router = useRouter();
  const { permissions } = useSession();
  return useMemo(() => {
    const exists = (place: Place) => place.href in router.routesByPath;
    const allowed = (place: Place) => !place.needs || permissions.includes(place.needs);
    const shown = (place: Place) => exists(place) && allowed(place);
    return places
      .filter(allowed)
      .map((place) => (place.places ? { ...place, places: place.places.filter(shown) } : place))
      .filter((place) => (place.places ? place.places.length > 0 : exists(place)));
  }, [router, permissions]);
}

/** What this user may begin. */
export function useDeeds(): readonly Place[] {
  const router = useRouter();
  const { permissions } = useSession();
  return useMemo(
    () => deeds.filter(({ href, needs }) => href in router.routesByPath && (!needs || permissions.includes(needs))),
    [router, permissions],
  );
}
