import { sql } from 'kysely';
import { type FullLayout, type Layout, LayoutDesign } from '../../../contract/layouts.ts';
import type { Page, PageInput } from '../../../contract/paging.ts';
import { json } from '../../platform/database/json.ts';
import { keyset } from '../../platform/database/keyset.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';

type Row = Omit<Layout, 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };

const dated = <R extends Row>(row: R) => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const SORTS = {
  name: { by: sql`name collate human`, type: 'text' },
  updatedAt: { by: sql`updated_at`, type: 'timestamptz' },
} as const;

const columns = sql`id, name, design ->> 'form' as form, created_at, updated_at`;

export const pageOfLayouts = async (db: Db, input: PageInput): Promise<Page<Layout>> => {
  const paging = keyset(input, SORTS, { sort: 'name', id: sql`id` });
  const search = `%${(input.search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const where = sql<boolean>`archived_at is null and name ilike ${search}`;
  const [{ rows }, { rows: counted }] = await Promise.all([
    sql<Row & { pageKey: string }>`select ${columns}, ${paging.key} as page_key from layout
      where ${where} and ${paging.where} ${paging.order} limit ${paging.limit}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from layout where ${where}`.execute(db),
  ]);
  const page = paging.page(rows, counted[0]?.total ?? 0);
  return { ...page, rows: page.rows.map(dated) };
};

const one = (row: (Row & { design: unknown }) | undefined): FullLayout => {
  if (!row) throw new NotFound('layout');
  return { ...dated(row), design: LayoutDesign.parse(row.design) };
};

/** Archived ones too, for letters that are made with them. Throws NotFound. */
export const getLayout = async (db: Db | Tx, id: string): Promise<FullLayout> => {
  const { rows } = await sql<Row & { design: unknown }>`select ${columns}, design from layout where id = ${id}`.execute(
    db,
  );
  return one(rows[0]);
};

export const storeLayout = async (
  db: Db | Tx,
  { id, name, design }: { id: string; name: string; design: LayoutDesign },
): Promise<FullLayout> => {
  const { rows } = await sql<Row & { design: unknown }>`
    insert into layout (id, name, design) values (${id}, ${name}, ${json(design)})
    on conflict (id) do update set name = excluded.name, design = excluded.design, updated_at = now()
    returning ${columns}, design`.execute(db);
  return one(rows[0]);
};

/** Throws NotFound. */
export const archiveLayout = async (db: Db, id: string): Promise<void> => {
  const { rows } =
    await sql`update layout set archived_at = coalesce(archived_at, now()) where id = ${id} returning id`.execute(db);
  if (!rows[0]) throw new NotFound('layout');
};
