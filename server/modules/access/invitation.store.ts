import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { UserId } from '../../../contract/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';

const LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

export interface Issued {
  token: string;
  expiresAt: Date;
}

/** A link for this user, instead of any former one. */
export const issueInvitation = async (
  tx: Tx,
  clock: Clock,
  userId: string,
  createdBy: UserId | null,
): Promise<Issued> => {
  const token = randomBytes(24).toString('base64url');
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + LIFETIME_MS);
  const fields = { tokenHash: hashOf(token), expiresAt, createdBy, createdAt: now };
  await tx
    .insertInto('invitation')
    .values({ userId, ...fields })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet(fields))
    .execute();
  return { token, expiresAt };
};

export interface Invited {
  userId: UserId;
  name: string;
  email: string;
  expiresAt: Date;
}

const valid = (token: string, clock: Clock) =>
  sql`i.token_hash = ${hashOf(token)} and i.expires_at > ${clock.now()} and u.disabled_at is null`;

/** Whom the token invites; nobody once it is used, replaced or run out. */
export const findInvited = async (db: Db, clock: Clock, token: string): Promise<Invited | undefined> => {
  const { rows } = await sql<Invited>`
    select u.id as user_id, u.name, u.email, i.expires_at from invitation i join app_user u on u.id = i.user_id
    where ${valid(token, clock)}`.execute(db);
  return rows[0];
};

/** As `findInvited`, and uses the token up: of two at the same moment one gets it. */
export const takeInvited = async (tx: Tx, clock: Clock, token: string): Promise<Invited | undefined> => {
  const { rows } = await sql<Invited>`
    delete from invitation i using app_user u where u.id = i.user_id and ${valid(token, clock)}
    returning u.id as user_id, u.name, u.email, i.expires_at`.execute(tx);
  return rows[0];
};

export const withdrawInvitation = async (tx: Tx, userId: string): Promise<void> => {
  await tx.deleteFrom('invitation').where('userId', '=', userId).execute();
};
