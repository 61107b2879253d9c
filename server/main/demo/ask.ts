import type { Endpoint, OutputOf, SentTo } from '../../../contract/endpoint.ts';
import type { App } from '../../app.ts';
import type { Actor } from '../../modules/access/index.ts';
import { routes } from '../../routes.ts';

export type Ask = <E extends Endpoint>(endpoint: E, input: SentTo<E>) => Promise<OutputOf<E>>;

/** Asks the house what a browser would, with the same endpoints and the same checks, without the way over the network. */
export const askAs =
  (app: App, actor: Actor): Ask =>
  async <E extends Endpoint>(endpoint: E, input: SentTo<E>): Promise<OutputOf<E>> => {
    const found = routes.find((route) => route.kind === 'endpoint' && route.endpoint.name === endpoint.name);
    if (found?.kind !== 'endpoint') throw new Error(`Nobody answers ${endpoint.name}.`);
    const answer = await found.handle(app, actor, endpoint.input.parse(input) as never, undefined as never);
    return endpoint.output.parse(answer) as OutputOf<E>;
  };
