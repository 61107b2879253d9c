import { sql } from 'kysely';
import type { Picture } from '../../../../contract/media.ts';
import type { Page, PageInput } from '../../../../contract/paging.ts';
import { keyset } from '../../../platform/database/keyset.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { NotFound } from '../../../platform/errors.ts';

export type StoredPicture = Omit<Picture, 'createdAt' | 'address'> & { createdAt: Date; token: string };

const columns = sql`id, token, name, type, size, width, height, created_at`;

const SORTS = { createdAt: { by: sql`created_at`, type: 'timestamptz' } } as const;

export const pageOfPictures = async (db: Db, input: PageInput): Promise<Page<StoredPicture>> => {
  const paging = keyset(input, SORTS, { sort: 'createdAt', direction: 'desc', id: sql`id` });
  const where = sql<boolean>`archived_at is null and name ilike ${`%${(input.search ?? '').replace(/[\\%_]/g, '\\$&')}%`}`;
  const [{ rows }, { rows: counted }] = await Promise.all([
    sql<StoredPicture & { pageKey: string }>`select ${columns}, ${paging.key} as page_key from media
      where ${where} and ${paging.where} ${paging.order} limit ${paging.limit}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from media where ${where}`.execute(db),
  ]);
  return paging.page(rows, counted[0]?.total ?? 0);
};

export interface NewPicture extends Omit<StoredPicture, 'createdAt' | 'id'> {
  id: string;
  sha256: string;
  content: Buffer;
  by: string | null;
}

/** The same bytes once: whoever brings them again gets what is there. */
export const insertPicture = async (db: Db | Tx, picture: NewPicture): Promise<StoredPicture> => {
  const { id, token, name, type, size, width, height, sha256, content, by } = picture;
  const { rows } = await sql<StoredPicture>`
    insert into media (id, token, name, type, size, width, height, sha256, content, created_by)
    values (${id}, ${token}, ${name}, ${type}, ${size}, ${width}, ${height}, ${sha256}, ${content}, ${by})
    on conflict (sha256) where archived_at is null do update set updated_at = now() returning ${columns}`.execute(db);
  return rows[0]!;
};

/** Throws NotFound. */
export const renamePicture = async (db: Db, id: string, name: string): Promise<StoredPicture> => {
  const { rows } = await sql<StoredPicture>`
    update media set name = ${name}, updated_at = now() where id = ${id} and archived_at is null returning ${columns}`.execute(
    db,
  );
  if (!rows[0]) throw new NotFound('picture');
  return rows[0];
};

/** Throws NotFound. */
export const archivePicture = async (db: Db, id: string): Promise<void> => {
  const { numAffectedRows } =
    await sql`update media set archived_at = now() where id = ${id} and archived_at is null`.execute(db);
  if (!numAffectedRows) throw new NotFound('picture');
};

export type KeptPicture = Pick<StoredPicture, 'token' | 'name' | 'type' | 'size'>;

/** Those that there are, also put away ones. */
export const findKept = async (db: Db | Tx, tokens: readonly string[]): Promise<KeptPicture[]> => {
  if (tokens.length === 0) return [];
  const { rows } = await sql<KeptPicture>`
    select token, name, type, size from media where token = any(${tokens}::text[]) order by array_position(${tokens}::text[], token)`.execute(
    db,
  );
  return rows;
};

/** By its public address; also one that was put away, since mail that was sent still shows it. */
export const findContent = async (
  db: Db | Tx,
  token: string,
): Promise<{ type: string; content: Buffer } | undefined> => {
  const { rows } = await sql<{ type: string; content: Buffer }>`
    select type, content from media where token = ${token}`.execute(db);
  return rows[0];
};
