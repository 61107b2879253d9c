import type { IncomingHttpHeaders } from 'node:http';
import type { Role } from '../../../../contract/permissions.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import type { Actor } from '../model/may.ts';
import type { Authentication } from './authentication.ts';
import { findSignedIn } from './credential.store.ts';

/** Who sends a request, asked of the database each time, so that a session ended elsewhere is dead at once. */
export const createActorOf =
  ({ db, authentication }: { db: Db; authentication: Authentication }) =>
  async (request: { headers: IncomingHttpHeaders }): Promise<Actor | null> => {
    const token = await authentication.tokenOf(request.headers);
    const user = token === null ? undefined : await findSignedIn(db, token);
    if (!user) return null;
    return { kind: 'user', userId: user.id, name: user.name, role: user.role as Role, seat: user.seat };
  };
