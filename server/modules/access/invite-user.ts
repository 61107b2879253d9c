import type { inviteUser as api, renewInvitation as renewApi } from '../../../contract/access.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Conflict } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { authorise } from './authorise.ts';
import { type Issued, issueInvitation } from './invitation.store.ts';
import type { Actor } from './model/may.ts';
import { claimSeat, getUser, insertUser } from './user.store.ts';
import { type ShownUser, showUser } from './user.views.ts';

interface Needs {
  db: Db;
  ids: Ids;
  clock: Clock;
  config: { baseUrl: string };
}

interface Invitation {
  user: ShownUser;
  link: string;
  expiresAt: Date;
}

const present = async ({ db, config }: Needs, id: string, { token, expiresAt }: Issued): Promise<Invitation> => ({
  user: await showUser(db, id),
  link: `${config.baseUrl}/invitation/${token}`,
  expiresAt,
});

export const inviteUser = async (needs: Needs, actor: Actor, input: InputOf<typeof api>): Promise<Invitation> => {
  authorise(actor, 'user.manage');
  const id = needs.ids.next();
  const issued = await needs.db.transaction().execute(async (tx) => {
    if (input.seat) await claimSeat(tx);
    await insertUser(tx, { ...input, id });
    return issueInvitation(tx, needs.clock, id, actor.userId);
  });
  return present(needs, id, issued);
};

/** Also for those who forgot their password: the old one works until the link is used. */
export const renewInvitation = async (
  needs: Needs,
  actor: Actor,
  { id }: InputOf<typeof renewApi>,
): Promise<Invitation> => {
  authorise(actor, 'user.manage');
  const issued = await needs.db.transaction().execute(async (tx) => {
    const { disabledAt } = await getUser(tx, id);
    if (disabledAt !== null) throw new Conflict('user_disabled');
    return issueInvitation(tx, needs.clock, id, actor.userId);
  });
  return present(needs, id, issued);
};
