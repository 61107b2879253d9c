import type { listUsers as api } from '../../../contract/access.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Page } from '../../../contract/paging.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { authorise } from './authorise.ts';
import type { Actor } from './model/may.ts';
import { type Colleague, colleagues, pageOfUsers, type ShownUser } from './user.views.ts';

export const listUsers = async (
  { db }: { db: Db },
  actor: Actor,
  input: InputOf<typeof api>,
): Promise<Page<ShownUser>> => {
  authorise(actor, 'user.manage');
  return pageOfUsers(db, input);
};

/** For every choice of an owner or a responsible user, so it asks for no right besides being signed in. */
export const listColleagues = async ({ db }: { db: Db }): Promise<{ rows: Colleague[] }> => ({
  rows: await colleagues(db),
});
