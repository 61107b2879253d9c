import { sql } from 'kysely';
import type { UserId } from '../../../../contract/ids.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import type { Ids } from '../../../platform/ids.ts';

interface Credential {
  id: string;
  email: string;
  name: string;
  passwordHash: string;
}

/** The password with which a user signs in: the first, or instead of the former. */
export const storeCredential = async (
  db: Db,
  ids: Ids,
  { id, email, name, passwordHash }: Credential,
): Promise<void> => {
  await sql`
    insert into auth."user" (id, name, email, email_verified) values (${id}, ${name}, lower(${email}), true)
    on conflict (id) do update set name = excluded.name, email = excluded.email, updated_at = now()`.execute(db);
  await sql`
    insert into auth.account (id, user_id, account_id, provider_id, password)
    values (${ids.next()}, ${id}, ${id}, 'credential', ${passwordHash})
    on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = now()`.execute(db);
};

export const renameCredential = async (db: Db, id: string, name: string): Promise<void> => {
  await sql`update auth."user" set name = ${name}, updated_at = now() where id = ${id}`.execute(db);
};

export const endSessions = async (db: Db, userId: string): Promise<void> => {
  await sql`delete from auth.session where user_id = ${userId}`.execute(db);
};

export const endSession = async (db: Db, token: string): Promise<void> => {
  await sql`delete from auth.session where token = ${token}`.execute(db);
};

export interface SignedInUser {
  id: UserId;
  name: string;
  email: string;
  role: string;
  seat: boolean;
  language: string | null;
  timeZone: string | null;
  mailWhenFinished: boolean;
}

/** Whose running session this is; nobody's when the user was disabled. */
export const findSignedIn = async (db: Db, token: string): Promise<SignedInUser | undefined> => {
  const { rows } = await sql<SignedInUser>`
    select u.id, u.name, u.email, u.role, u.seat, u.language, u.time_zone, u.mail_when_finished
    from auth.session s join app_user u on u.id = s.user_id
    where s.token = ${token} and s.expires_at > now() and u.disabled_at is null`.execute(db);
  return rows[0];
};

export const isEnabled = async (db: Db, userId: string): Promise<boolean> => {
  const { rows } = await sql`select from app_user where id = ${userId} and disabled_at is null`.execute(db);
  return rows.length === 1;
};
