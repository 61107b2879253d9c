import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/open-database.ts';
import type { Kind } from './merge.views.ts';

type Row = Record<string, unknown>;

/** Writes every column of a record that is there; the names of the columns are those of the table, read from the record itself. */
export const storeRow = async (tx: Tx, kind: Kind, row: Row): Promise<void> => {
  const columns = Object.keys(row).filter((column) => column !== 'id');
  const set = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`r.${column}`)}`));
  await sql`update ${sql.table(kind)} p set ${set} from jsonb_populate_record(null::${sql.table(kind)}, ${JSON.stringify(row)}::jsonb) r
    where p.id = r.id`.execute(tx);
};

/** Puts a record back as it was. What it pointed to and is no longer there is empty; a firm that was merged is the one it became. */
export const insertRow = async (tx: Tx, kind: Kind, row: Row): Promise<void> => {
  const pointing =
    kind === 'contact' ? ['company_id'] : kind === 'lead' ? ['converted_company_id', 'converted_contact_id'] : [];
  const whole: Row = { ...row };
  for (const column of pointing) {
    const table = column.includes('contact') ? 'contact' : 'company';
    const id = row[column] as string | null;
    if (id === null || id === undefined) continue;
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)}
      where id = coalesce((select ${sql.ref(`${table}_id`)} from ${sql.table(`${table}_alias`)} where old_id = ${id}::uuid), ${id}::uuid)`.execute(
      tx,
    );
    whole[column] = rows[0]?.id ?? null;
  }
  if (kind === 'contact' && row['main'] === true) {
    const { rows } =
      await sql`select from contact where company_id = ${whole['company_id'] ?? null}::uuid and main`.execute(tx);
    whole['main'] = whole['company_id'] !== null && rows.length === 0;
  }
  await sql`insert into ${sql.table(kind)} select * from jsonb_populate_record(null::${sql.table(kind)}, ${JSON.stringify(whole)}::jsonb)`.execute(
    tx,
  );
};
