import { sql } from 'kysely';
import type { CleansedState, Cleansing as Shown } from '../../../../contract/cleansing.ts';
import type { CampaignId, CleansingId, RunId } from '../../../../contract/ids.ts';
import type { Language } from '../../../../contract/messages/index.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { NotFound } from '../../../platform/errors.ts';
import { userName } from '../../access/index.ts';

/** A column of the file: the field, and the words above it. */
export interface CleansedColumn {
  field: string;
  header: string;
}

export interface StoredCleansing {
  id: CleansingId;
  runId: RunId;
  campaignId: CampaignId;
  language: Language;
  columns: CleansedColumn[];
  receivedAt: Date | null;
}

/** Throws NotFound. */
export const getCleansing = async (db: Db | Tx, id: string): Promise<StoredCleansing> => {
  const { rows } = await sql<StoredCleansing>`
    select id, run_id::text as run_id, campaign_id, language, columns, received_at from cleansing where id = ${id}`.execute(
    db,
  );
  if (rows[0] === undefined) throw new NotFound('cleansing');
  return rows[0];
};

type Row = Omit<Shown, 'exportedAt' | 'receivedAt' | 'cells'> & {
  exportedAt: Date;
  receivedAt: Date | null;
  cells: Partial<Record<CleansedState, number>>;
};

const SHOWN = sql`c.id, c.assets, c.exported_at, ${userName(sql`c.exported_by`)} as exported_by, c.received_at,
  ${userName(sql`c.received_by`)} as received_by, c.file_name, c.strange_lines, c.missing,
  (select coalesce(jsonb_object_agg(state, cells), '{}') from (
    select state, count(*)::int as cells from cleansing_cell where cleansing_id = c.id group by state) s) as cells`;

export type ShownCleansing = Row & { cells: Record<CleansedState, number> };

const withAllStates = ({ cells, ...row }: Row): ShownCleansing => ({
  ...row,
  cells: { open: 0, impossible: 0, applied: 0, refused: 0, ...cells },
});

export const cleansingsOf = async (db: Db, runId: RunId) => {
  const { rows } = await sql<Row>`
    select ${SHOWN} from cleansing c where c.run_id = ${runId} order by c.exported_at desc, c.id desc limit 50`.execute(
    db,
  );
  return rows.map(withAllStates);
};

export const showCleansing = async (db: Db, id: string) => {
  const { rows } = await sql<Row>`select ${SHOWN} from cleansing c where c.id = ${id}`.execute(db);
  if (rows[0] === undefined) throw new NotFound('cleansing');
  return withAllStates(rows[0]);
};

/** The assets that the planned lines of a run are about: one each, or those they list. */
const aboutOf = (runId: RunId) => sql`
  select distinct about.id from recipient r
  cross join lateral unnest(coalesce(r.asset_ids, array[r.asset_id])) as about (id) join asset on asset.id = about.id
  where r.run_id = ${runId} and r.verdict = 'planned'`;

export const countAssets = async (db: Db, runId: RunId): Promise<number> => {
  const { rows } = await sql<{ assets: number }>`select count(*)::int as assets from (${aboutOf(runId)}) a`.execute(db);
  return rows[0]?.assets ?? 0;
};

export const assetsOfRun = async (db: Db | Tx, runId: RunId): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select a.id from (${aboutOf(runId)}) a join asset p on p.id = a.id
    order by p.name collate human, p.identifier collate human, p.id`.execute(db);
  return rows.map(({ id }) => id);
};

export interface KeptAsset {
  id: string;
  said: string[];
}

export const keepAssets = async (tx: Tx, cleansingId: string, assets: readonly KeptAsset[]): Promise<void> => {
  if (assets.length === 0) return;
  await sql`
    insert into cleansing_asset (cleansing_id, asset_id, said)
    select ${cleansingId}, (one ->> 'id')::uuid, array(select jsonb_array_elements_text(one -> 'said'))
    from jsonb_array_elements(${JSON.stringify(assets)}::jsonb) as one`.execute(tx);
};

/** What each of these assets said as it was taken out. */
export const keptAssets = async (
  db: Db | Tx,
  cleansingId: string,
  ids: readonly string[],
): Promise<Map<string, string[]>> => {
  const { rows } = await sql<KeptAsset>`
    select asset_id as id, said from cleansing_asset where cleansing_id = ${cleansingId} and asset_id = any(${[...ids]}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map(({ id, said }) => [id, said]));
};
