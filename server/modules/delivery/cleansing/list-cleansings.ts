import { sql } from 'kysely';
import type * as api from '../../../../contract/cleansing.ts';
import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { Language } from '../../../../contract/messages/index.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Invalid } from '../../../platform/errors.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { type CleansedField, loadCleansedFields, readAssets } from '../../crm/index.ts';
import { showRun } from '../run.views.ts';
import { cleansingsOf, countAssets, getCleansing, type ShownCleansing } from './cleansing.store.ts';

type Cell = OutputOf<typeof api.listCleansedCells>['rows'][number];
type StoredCell = Omit<Cell, 'label' | 'changedTo' | 'key'> & { field: string };

export const listCleansings = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.listCleansings>,
): Promise<{ assets: number; rows: ShownCleansing[] }> => {
  authorise(actor, 'campaign.see');
  await showRun(db, id);
  const [assets, rows] = await Promise.all([countAssets(db, id), cleansingsOf(db, id)]);
  return { assets, rows };
};

/** What each of these cells says in its record now, by `assetId field`. */
export const saidNow = async (
  db: Db | Tx,
  cells: readonly { assetId: string; field: string }[],
  fields: ReadonlyMap<string, CleansedField>,
  language: Language,
): Promise<Map<string, string>> => {
  const asked = [...new Set(cells.map(({ field }) => field))].flatMap((name) => fields.get(name) ?? []);
  if (asked.length === 0) return new Map();
  const assets = await readAssets(db, [...new Set(cells.map(({ assetId }) => assetId))], asked, language);
  return new Map(
    assets.flatMap(({ id, said }) => asked.map(({ name }, place) => [`${id} ${name}`, said[place] ?? ''] as const)),
  );
};

export const listCleansedCells = async (
  { db }: { db: Db },
  actor: Actor,
  { id, state, search, after, limit }: InputOf<typeof api.listCleansedCells>,
): Promise<OutputOf<typeof api.listCleansedCells>> => {
  authorise(actor, 'campaign.see');
  if (after !== undefined && !/^\d{1,9}$/.test(after)) throw new Invalid('after', 'invalid', { reason: 'cursor' });
  const { language } = await getCleansing(db, id);
  const from = Number(after ?? 0);
  const like = search ? `%${search.replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await sql<StoredCell & { total: number }>`
    select c.asset_id, concat_ws(' · ', a.name, nullif(a.identifier, a.name)) as asset, c.field, c.was, c.given, c.state, c.reason,
      count(*) over ()::int as total
    from cleansing_cell c join asset a on a.id = c.asset_id
    where c.cleansing_id = ${id} and c.state = ${state} and (${like}::text is null or concat_ws(' ', a.name, a.identifier, c.was, c.given) ilike ${like})
    order by a.name collate human, a.identifier collate human, a.id, c.field offset ${from} limit ${limit}`.execute(db);
  const fields = await loadCleansedFields(db);
  const now = await saidNow(db, rows, fields, language);
  const shown = rows.map(({ field, total: _, ...cell }): Cell => {
    const key = `${cell.assetId} ${field}`;
    const said = now.get(key) ?? '';
    const changed = state !== 'applied' && said !== cell.was;
    const label = fields.get(field)?.label ?? { en: field, nb: field, pl: field, fr: field };
    return { key, ...cell, label, changedTo: changed ? said : null };
  });
  const total = rows[0]?.total ?? 0;
  return { rows: shown, next: from + rows.length < total ? String(from + rows.length) : null, total };
};
