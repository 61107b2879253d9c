import { sql } from 'kysely';
import type { UserId } from '../../../contract/ids.ts';
import type { Role } from '../../../contract/permissions.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Conflict, Invalid, NotFound } from '../../platform/errors.ts';
import { lockInstallation } from './installation.store.ts';

export interface UserRow {
  id: UserId;
  email: string;
  name: string;
  role: Role;
  seat: boolean;
  language: string | null;
  timeZone: string | null;
  mailWhenFinished: boolean;
  disabledAt: Date | null;
}

export interface NewUser {
  id: string;
  name: string;
  email: string;
  role: Role;
  seat: boolean;
  language?: string | null;
  timeZone?: string | null;
}

/** Throws NotFound. */
export const getUser = async (db: Db, id: string | null): Promise<UserRow> => {
  const user = await db.selectFrom('appUser').selectAll().where('id', '=', id).$castTo<UserRow>().executeTakeFirst();
  if (!user) throw new NotFound('user');
  return user;
};

/** Throws Invalid on `email` when the address is somebody's already. */
export const insertUser = async (tx: Tx, user: NewUser): Promise<UserId> => {
  const email = user.email.trim().toLowerCase();
  const { rows } = await sql`
    insert into app_user (id, email, name, role, seat, language, time_zone)
    values (${user.id}, ${email}, ${user.name}, ${user.role}, ${user.seat}, ${user.language ?? null}, ${user.timeZone ?? null})
    on conflict (lower(email)) do nothing returning id`.execute(tx);
  if (rows.length === 0) throw new Invalid('email', 'email_taken');
  return user.id as UserId;
};

export const countSeats = async (db: Db): Promise<number> => {
  const { given } = await db
    .selectFrom('appUser')
    .select(sql<number>`count(*)::int`.as('given'))
    .where('seat', '=', true)
    .executeTakeFirstOrThrow();
  return given;
};

/** Throws Conflict when every seat is given; else the transaction may give one, and nobody else may meanwhile. */
export const claimSeat = async (tx: Tx): Promise<void> => {
  const { seats } = await lockInstallation(tx);
  if (seats === null) return;
  const given = await countSeats(tx);
  if (given >= seats) throw new Conflict('no_seat_left', { given, seats });
};

/** Administrators who can sign in, besides this one. Meant to be asked while the installation is locked. */
export const countOtherAdmins = async (tx: Tx, id: string): Promise<number> => {
  const { rows } = await sql<{ others: number }>`
    select count(*)::int as others from app_user u
    where u.role = 'admin' and u.disabled_at is null and u.id <> ${id} and exists (select from auth."user" a where a.id = u.id)`.execute(
    tx,
  );
  return rows[0]!.others;
};
