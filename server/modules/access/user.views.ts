import { type RawBuilder, sql } from 'kysely';
import type { listUsers as api, User } from '../../../contract/access.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { UserId } from '../../../contract/ids.ts';
import type { Page } from '../../../contract/paging.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid, NotFound } from '../../platform/errors.ts';

/** A user as the table of users shows them. */
export type ShownUser = Omit<User, 'createdAt'> & { createdAt: Date };

const STATUS = sql`case when u.disabled_at is not null then 'disabled'
  when exists (select from auth."user" a where a.id = u.id) then 'active' else 'invited' end`;

const USERS = sql`select u.id, u.name, u.email, u.role, u.seat, u.language, u.created_at, ${STATUS} as status from app_user u`;

const SORTS: Record<InputOf<typeof api>['sort'], RawBuilder<unknown>> = {
  name: sql`name collate human`,
  email: sql`email`,
  role: sql`array_position(array['admin', 'manager', 'marketer', 'sales', 'viewer'], role)::text`,
};

/** Throws NotFound. */
export const showUser = async (db: Db, id: string): Promise<ShownUser> => {
  const { rows } = await sql<ShownUser>`${USERS} where u.id = ${id}`.execute(db);
  if (!rows[0]) throw new NotFound('user');
  return rows[0];
};

const likeAnywhere = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const cursorOf = (row: { sortKey: string; id: string }): string =>
  Buffer.from(JSON.stringify([row.sortKey, row.id])).toString('base64url');

const readCursor = (cursor: string): [string, string] => {
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (typeof key === 'string' && /^[0-9a-f-]{36}$/.test(id)) return [key, id];
  } catch {
    // Said below.
  }
  throw new Invalid('after', 'invalid', { reason: 'cursor' });
};

export const pageOfUsers = async (
  db: Db,
  { after, limit, search, sort, direction, status }: InputOf<typeof api>,
): Promise<Page<ShownUser>> => {
  const matches = sql`(${search ?? null}::text is null or name ilike ${likeAnywhere(search ?? '')} or email ilike ${likeAnywhere(search ?? '')})
    and (${status ?? null}::text is null or status = ${status ?? null})`;
  const key = SORTS[sort];
  const [order, beyond] = direction === 'asc' ? [sql`asc`, sql`>`] : [sql`desc`, sql`<`];
  const cursor = after === undefined ? undefined : readCursor(after);
  const further = cursor ? sql`and (${key}, id) ${beyond} (${cursor[0]}, ${cursor[1]}::uuid)` : sql``;
  const { rows } = await sql<ShownUser & { sortKey: string }>`
    select *, ${key} as sort_key from (${USERS}) users where ${matches} ${further}
    order by ${key} ${order}, id ${order} limit ${limit + 1}`.execute(db);
  const { rows: totals } = await sql<{
    total: number;
  }>`select count(*)::int as total from (${USERS}) users where ${matches}`.execute(db);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    rows: page.map(({ sortKey: _, ...row }) => row),
    next: last ? cursorOf(last) : null,
    total: totals[0]!.total,
  };
};

export interface Colleague {
  id: UserId;
  name: string;
}

/** Everybody who is not disabled, by name. */
export const colleagues = async (db: Db): Promise<Colleague[]> => {
  const { rows } =
    await sql<Colleague>`select id, name from app_user where disabled_at is null order by name collate human, id`.execute(
      db,
    );
  return rows;
};

/** For the SQL of other modules: the name of the user whose id the expression gives, null when there is none. */
export const userName = (id: RawBuilder<unknown>): RawBuilder<string | null> =>
  sql<string | null>`(select app_user.name from app_user where app_user.id = ${id})`;

/** Null when there is no such user. */
export const nameOfUser = async (db: Db, id: string | null): Promise<string | null> => {
  const user = await db.selectFrom('appUser').select('name').where('id', '=', id).executeTakeFirst();
  return user?.name ?? null;
};
