import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import { Cleansing } from '../../../../contract/cleansing.ts';
import { isRecordId } from '../../../../contract/ids.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Invalid, NotFound } from '../../../platform/errors.ts';
import { bare } from '../../../platform/http/route.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { recordDeed } from '../../campaigns/index.ts';
import { type CleansedField, compareCell, loadCleansedFields, readUpload } from '../../crm/index.ts';
import { getCleansing, keptAssets, type StoredCleansing, showCleansing } from './cleansing.store.ts';
import { KEY_HEADER } from './export-assets.routes.ts';

interface Needs {
  db: Db;
  ids: Ids;
  clock: Clock;
  config: { dataFolder: string };
}

const MOST_TOLD = 100;

/** A cell that is not as it was taken out. */
interface Difference {
  assetId: string;
  field: string;
  was: string;
  given: string;
  /** As JSON; null where there is none. */
  value: string | null;
  state: 'open' | 'impossible';
  reason: string | null;
}

interface Returned {
  assetId: string;
  line: number;
  cells: string[];
}

/** Where the columns of the file are; one that was left out changes nothing. */
const placesOf = (header: readonly string[], { columns, language }: StoredCleansing) => {
  const at = new Map(header.map((words, place) => [words.trim().replace(/^'(?=[=+\-@])/, ''), place]));
  const key = at.get(KEY_HEADER[language]);
  if (key === undefined) throw new Invalid('file', 'cleansing_key_missing', { column: KEY_HEADER[language] });
  return { key, fields: columns.map((column) => at.get(column.header)) };
};

const differencesOf = (
  { assetId, cells }: Returned,
  said: readonly string[],
  places: readonly (number | undefined)[],
  fields: readonly (CleansedField | undefined)[],
): Difference[] =>
  fields.flatMap((field, index): Difference[] => {
    const place = places[index];
    if (field === undefined || place === undefined) return [];
    const was = said[index] ?? '';
    const compared = compareCell(field, was, cells[place] ?? '');
    if (compared.kind === 'same') return [];
    const { given } = compared;
    const at = { assetId, field: field.name, was, given };
    return compared.kind === 'impossible'
      ? [{ ...at, value: null, state: compared.kind, reason: compared.reason }]
      : [{ ...at, value: JSON.stringify(compared.value), state: 'open', reason: null }];
  });

const store = async (tx: Tx, cleansingId: string, differences: readonly Difference[]): Promise<void> => {
  if (differences.length === 0) return;
  await sql`
    insert into cleansing_cell (cleansing_id, asset_id, field, was, given, value, state, reason)
    select ${cleansingId}, d.asset_id, d.field, d.was, d.given, nullif(d.value::jsonb, 'null'), d.state, d.reason
    from jsonb_to_recordset(${JSON.stringify(differences.map(({ assetId, ...rest }) => ({ asset_id: assetId, ...rest })))}::jsonb)
      as d (asset_id uuid, field text, was text, given text, value text, state text, reason text)
    on conflict (cleansing_id, asset_id, field) do update set given = excluded.given, value = excluded.value, state = excluded.state,
      reason = excluded.reason, decided_by = null, decided_at = null
    where cleansing_cell.given is distinct from excluded.given`.execute(tx);
};

interface Found {
  seen: Set<string>;
  strange: number[];
}

/** Compares the file piece by piece; what was open from an earlier file gives way. */
const compareFile = async (needs: Needs, tx: Tx, cleansing: StoredCleansing, upload: Readable): Promise<Found> => {
  const known = await loadCleansedFields(tx);
  const fields = cleansing.columns.map(({ field }) => known.get(field));
  const found: Found = { seen: new Set(), strange: [] };
  let places: ReturnType<typeof placesOf> | null = null;
  await sql`delete from cleansing_cell where cleansing_id = ${cleansing.id} and state in ('open', 'impossible')`.execute(
    tx,
  );
  for await (const records of readUpload({ config: needs.config, id: needs.ids.next() }, upload)) {
    const rows = places === null ? records.slice(1) : records;
    if (places === null && records[0]) places = placesOf(records[0].cells, cleansing);
    if (places === null) continue;
    const { key, fields: at } = places;
    const returned = rows.map(({ line, cells }) => ({ assetId: (cells[key] ?? '').trim().toLowerCase(), line, cells }));
    const kept = await keptAssets(tx, cleansing.id, returned.map(({ assetId }) => assetId).filter(isRecordId));
    const isOurs = ({ assetId }: Returned) => kept.has(assetId) && !found.seen.has(assetId);
    const ours = returned.filter((row) => {
      const taken = isOurs(row);
      if (taken) found.seen.add(row.assetId);
      else if (row.cells.some((cell) => cell.trim() !== '')) found.strange.push(row.line);
      return taken;
    });
    await store(
      tx,
      cleansing.id,
      ours.flatMap((row) => differencesOf(row, kept.get(row.assetId) ?? [], at, fields)),
    );
  }
  return found;
};

const receive = async (needs: Needs, actor: Actor, id: string, file: { name: string; upload: Readable }) => {
  const cleansing = await getCleansing(needs.db, id);
  await needs.db.transaction().execute(async (tx) => {
    await sql`select 1 from cleansing where id = ${id} for update`.execute(tx);
    const { seen, strange } = await compareFile(needs, tx, cleansing, file.upload);
    await sql`
      update cleansing set received_by = ${actor.userId}, received_at = ${needs.clock.now()}, file_name = ${file.name.slice(-200)},
        strange_lines = ${strange.slice(0, MOST_TOLD)}::int[],
        missing = (select count(*)::int from cleansing_asset where cleansing_id = ${id}) - ${seen.size}
      where id = ${id}`.execute(tx);
    const { rows } = await sql<{ cells: number }>`
      select count(*)::int as cells from cleansing_cell where cleansing_id = ${id} and state = 'open'`.execute(tx);
    await recordDeed(tx, actor, cleansing.campaignId, 'cleansing_received', needs.clock.now(), {
      file: file.name.slice(-200),
      cells: rows[0]?.cells ?? 0,
    });
  });
  return showCleansing(needs.db, id);
};

/** The file that was put right comes back; nothing is changed by it alone. */
export const receiveCleansedAssets = bare<Needs, Actor>({
  method: 'POST',
  path: '/api/cleansings/:id/file',
  access: 'session',
  summary: 'Takes a list of assets back (multipart) and compares it, cell by cell, with what was taken out',
  handle: async (needs, actor, { request, reply }) => {
    authorise(actor, 'crm.edit');
    const { id } = request.params as { id: string };
    if (!isRecordId(id)) throw new NotFound('cleansing');
    const part = request.isMultipart() ? await request.file() : undefined;
    if (part === undefined) throw new Invalid('file', 'file_missing');
    return reply.send(Cleansing.parse(await receive(needs, actor, id, { name: part.filename, upload: part.file })));
  },
});
