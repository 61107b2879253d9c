import type { updateUser as api } from '../../../contract/access.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Conflict } from '../../platform/errors.ts';
import { authorise } from './authorise.ts';
import { lockInstallation } from './installation.store.ts';
import { withdrawInvitation } from './invitation.store.ts';
import type { Actor } from './model/may.ts';
import { endSessions, renameCredential } from './sign-in/credential.store.ts';
import { countOtherAdmins, getUser, type UserRow } from './user.store.ts';
import { type ShownUser, showUser } from './user.views.ts';

type Input = InputOf<typeof api>;

/** A new role and disabling end the person's sessions; disabling also takes the seat and an open invitation back. */
export const updateUser = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  input: Input,
): Promise<ShownUser> => {
  authorise(actor, 'user.manage');
  await db.transaction().execute(async (tx) => {
    await lockInstallation(tx);
    const user = await getUser(tx, input.id);
    const disabling = input.disabled === true && user.disabledAt === null;
    const changingRole = input.role !== undefined && input.role !== user.role;
    if (disabling || changingRole) await keepAnAdmin(tx, user);
    await store(tx, user, input, clock.now());
    if (disabling) await withdrawInvitation(tx, user.id);
    if (disabling || changingRole) await endSessions(tx, user.id);
  });
  return showUser(db, input.id);
};

const keepAnAdmin = async (tx: Tx, user: UserRow): Promise<void> => {
  if (user.role !== 'admin' || user.disabledAt !== null) return;
  if ((await countOtherAdmins(tx, user.id)) === 0) throw new Conflict('last_admin');
};

const store = async (tx: Tx, user: UserRow, { name, role, language, disabled }: Input, now: Date): Promise<void> => {
  const stayedDisabled = user.disabledAt ?? now;
  await tx
    .updateTable('appUser')
    .set({
      name: name ?? user.name,
      role: role ?? user.role,
      language: language === undefined ? user.language : language,
      ...(disabled === true && { disabledAt: stayedDisabled, seat: false }),
      ...(disabled === false && { disabledAt: null }),
    })
    .where('id', '=', user.id)
    .execute();
  if (name !== undefined) await renameCredential(tx, user.id, name);
};
