import { sql } from 'kysely';
import type { Template, Variant } from '../../../contract/content.ts';
import type { Page, PageInput } from '../../../contract/paging.ts';
import { json } from '../../platform/database/json.ts';
import { keyset } from '../../platform/database/keyset.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';

type Row = Omit<Template, 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };
type FullRow = Row & { variant: Variant };
export type ShownTemplate = Template & { variant: Variant };

const dated = <R extends Row>(row: R) => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const SORTS = {
  name: { by: sql`name collate human`, type: 'text' },
  updatedAt: { by: sql`updated_at`, type: 'timestamptz' },
} as const;

const columns = sql`id, name, language, channel, created_at, updated_at`;

export const pageOfTemplates = async (
  db: Db,
  input: PageInput & { language?: string | undefined; channel?: string | undefined },
): Promise<Page<Template>> => {
  const paging = keyset(input, SORTS, { sort: 'name', id: sql`id` });
  const search = `%${(input.search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const where = sql<boolean>`archived_at is null and name ilike ${search} and (${input.language ?? null}::text is null or language = ${input.language ?? null})
    and (${input.channel ?? null}::text is null or channel = ${input.channel ?? null})`;
  const [{ rows }, { rows: counted }] = await Promise.all([
    sql<Row & { pageKey: string }>`select ${columns}, ${paging.key} as page_key from template
      where ${where} and ${paging.where} ${paging.order} limit ${paging.limit}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from template where ${where}`.execute(db),
  ]);
  const page = paging.page(rows, counted[0]?.total ?? 0);
  return { ...page, rows: page.rows.map(dated) };
};

const one = (rows: FullRow[]): ShownTemplate => {
  if (!rows[0]) throw new NotFound('template');
  return dated(rows[0]);
};

/** Throws NotFound. */
export const getTemplate = async (db: Db | Tx, id: string): Promise<ShownTemplate> => {
  const { rows } =
    await sql<FullRow>`select ${columns}, variant from template where id = ${id} and archived_at is null`.execute(db);
  return one(rows);
};

interface Written {
  id: string;
  name: string;
  language: string;
  variant: Variant;
}

export const insertTemplate = async (
  db: Db | Tx,
  { id, name, channel, language, variant }: Written & { channel: string },
): Promise<ShownTemplate> => {
  const { rows } = await sql<FullRow>`
    insert into template (id, name, channel, language, variant) values (${id}, ${name}, ${channel}, ${language}, ${json(variant)})
    returning ${columns}, variant`.execute(db);
  return one(rows);
};

/** Throws NotFound. */
export const rewriteTemplate = async (
  db: Db | Tx,
  { id, name, language, variant }: Written,
): Promise<ShownTemplate> => {
  const { rows } = await sql<FullRow>`
    update template set name = ${name}, language = ${language}, variant = ${json(variant)}, updated_at = now()
    where id = ${id} and archived_at is null returning ${columns}, variant`.execute(db);
  return one(rows);
};

/** Throws NotFound. */
export const archiveTemplate = async (db: Db | Tx, id: string): Promise<void> => {
  const { numAffectedRows } =
    await sql`update template set archived_at = now() where id = ${id} and archived_at is null`.execute(db);
  if (!numAffectedRows) throw new NotFound('template');
};
