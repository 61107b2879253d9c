import {
  createRootRoute,
  createRoute,
  createRouter,
  notFound,
  Outlet,
  type RouteComponent,
  redirect,
} from '@tanstack/react-router';
import { isRecordId } from '../../contract/ids.ts';
import { queryClient } from './api/query-client.ts';
import { paths } from './paths.ts';
import { inside, outside, type Screen } from './routes.tsx';
import { sessionQuery } from './session/session.ts';
import { Broken, Missing } from './shell/broken.tsx';
import { Plain } from './shell/plain.tsx';
import { Shell } from './shell/shell.tsx';
import { ConfirmHost } from './ui/confirm.tsx';

/** Questions stand inside the router, for what they ask about may be a link away. */
const root = createRootRoute({
  component: () => (
    <>
      <Outlet />
      <ConfirmHost />
    </>
  ),
});

async function onlySignedIn({ location }: { location: { href: string } }): Promise<void> {
  const session = await queryClient.ensureQueryData(sessionQuery);
  if (session.setupNeeded) throw redirect({ to: paths.setup() });
  if (!session.user) throw redirect({ to: paths.signIn(), search: { next: location.href } as never });
}

const insideRoute = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  beforeLoad: onlySignedIn,
});
const outsideRoute = createRoute({
  getParentRoute: () => root,
  id: 'outside',
  component: Plain,
  loader: () => queryClient.ensureQueryData(sessionQuery),
});

/** An address that can name no record leads nowhere; the server need not be asked. */
function onlyToRecords({ params }: { params: { id?: string } }): void {
  if (params.id !== undefined && !isRecordId(params.id)) throw notFound();
}

interface Parent {
  addChildren: (children: never) => unknown;
}

/** A nested screen's path is said relative to its layout's. */
function grow(parent: Parent, screens: readonly Screen[], base = ''): void {
  const routes = screens.map((screen) => {
    const path = screen.path === base ? '/' : screen.path.slice(base.length);
    const route = createRoute({
      getParentRoute: () => parent as never,
      path,
      component: screen.component as RouteComponent,
      loader: onlyToRecords as () => void,
      notFoundComponent: Missing,
    });
    if (screen.screens) grow(route as never, screen.screens, screen.path);
    return route;
  });
  parent.addChildren(routes as never);
}

grow(insideRoute as never, [...inside, { path: '/$', component: Missing }]);
grow(outsideRoute as never, outside);

export const router = createRouter({
  routeTree: root.addChildren([insideRoute, outsideRoute]),
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadDelay: 60,
  defaultPendingMs: 300,
  defaultErrorComponent: Broken,
  scrollRestoration: true,
});
