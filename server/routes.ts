import type { App } from './app.ts';
import type { Actor } from './modules/access/index.ts';
import type { BareRoute, Route } from './platform/http/route.ts';

type AppRoute = Route<App, Actor> | BareRoute<App, Actor>;

/** Every URL of the house. Public endpoints get an actor only when somebody is signed in. */
export const routes: readonly AppRoute[] = [
  // access
  // crm
  // consent
  // content
  // audiences
  // channels
  // tracking
  // campaigns
  // delivery
  // reporting
];
