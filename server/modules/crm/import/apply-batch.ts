import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/open-database.ts';
import type { Ids } from '../../../platform/ids.ts';
import { mergedValues, newValues, stored } from './batch-columns.ts';
import { rowsThatAre } from './decide-batch.ts';
import type { Batch } from './import-kind.ts';
import { stageOf } from './stage-table.ts';

/** Does what was decided: makes what the rows point at, then new records, then the changes. */
export const applyBatch = async (tx: Tx, batch: Batch, ids: Ids): Promise<void> => {
  const { kind, options, now } = batch;
  await kind.sql.before?.(tx, batch, ids);
  const fresh = stored(kind, newValues(kind, options));
  await sql`insert into ${sql.table(kind.entity)} (id, created_at, updated_at, ${sql.join(fresh.map(([column]) => sql.ref(column)))})
    select s.id, ${now}, ${now}, ${sql.join(fresh.map(([, value]) => value))} from ${rowsThatAre(batch, 'created')} s order by s.no`.execute(
    tx,
  );
  const changed = stored(kind, mergedValues(kind, options)).map(
    ([column, value]) => sql`${sql.ref(column)} = ${value}`,
  );
  const also = kind.sql.alsoSet?.(batch);
  await sql`update ${sql.table(kind.entity)} p set ${sql.join(also ? [...changed, also] : changed)}, updated_at = ${now}
    from ${rowsThatAre(batch, 'updated')} s where p.id = s.party_id`.execute(tx);
  await kind.sql.after?.(tx, batch);
};

/** Everyone who is in the file and was not refused, for what later modules record about them. */
export const partiesInBatch = async (tx: Tx, { importId }: Batch): Promise<{ id: string; addressKey: string }[]> => {
  const { rows } = await sql<{ id: string; addressKey: string }>`
    select b.party_id as id, coalesce(s.email_key, '') as address_key from import_batch b join ${stageOf(importId)} s on s.no = b.no
    where b.party_id is not null and b.reason is distinct from 'duplicate_in_file' order by b.no`.execute(tx);
  return rows;
};
