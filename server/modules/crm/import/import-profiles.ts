import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type * as api from '../../../../contract/import.ts';
import { ImportOptions, type Mapping } from '../../../../contract/import.ts';
import type { Clock } from '../../../platform/clock.ts';
import { json } from '../../../platform/database/json.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { assertWaiting, lockImport, type StoredImport } from './import.store.ts';
import { type ShownImport, showImport } from './import.views.ts';
import type { ImportKinds } from './import-kind.ts';
import { headersOf } from './import-sample.ts';

type Needs = { db: Db; clock: Clock; importKinds: ImportKinds; config: { dataFolder: string } };

interface Profile {
  id: string;
  entity: StoredImport['entity'];
  fields: Record<string, string | null>;
  options: ImportOptions;
}

/** What a profile keeps: neither the proof of consent nor the audience of one file. */
const keptOptions = (options: ImportOptions): ImportOptions => ({ ...options, consent: null, audience: null });

/** The fields that the profile gives these columns; one that is gone meanwhile is left out. */
const mappingOf = async (
  { importKinds }: Needs,
  tx: Tx,
  profile: Profile,
  headers: readonly string[],
): Promise<Mapping> => {
  const fields = await importKinds[profile.entity].fields(tx, profile.options);
  const allowed = new Set(fields.map(({ name }) => name));
  return headers.map((header) => {
    const field = profile.fields[header] ?? null;
    return field !== null && allowed.has(field) ? field : null;
  });
};

const take = async (needs: Needs, tx: Tx, found: StoredImport, stored: Profile, headers: readonly string[]) => {
  const profile = { ...stored, options: ImportOptions.parse(stored.options) };
  const mapping = await mappingOf(needs, tx, profile, headers);
  const { consent, audience } = found.options;
  const options = { ...profile.options, consent, audience };
  await sql`update import set state = 'uploaded', rows = null, read_rows = 0, read_all = false, mapping = ${json(mapping)}, options = ${json(options)},
    profile_id = ${profile.id} where id = ${found.id}`.execute(tx);
  await sql`update import_profile set used_at = ${needs.clock.now()} where id = ${profile.id}`.execute(tx);
};

/** A file with exactly the columns of a profile is read as that says; of several the last used. */
export const recogniseProfile = async (needs: Needs, importId: string): Promise<void> => {
  await needs.db.transaction().execute(async (tx) => {
    const found = await lockImport(tx, importId);
    if (!found.reading.header) return;
    const headers = await headersOf(needs.config.dataFolder, found);
    const keys = json([...new Set(headers)].sort());
    const { rows } = await sql<Profile>`select id, entity, fields, options from import_profile
      where entity = ${found.entity} and (${found.options.assetTypeId}::text is null or options ->> 'assetTypeId' = ${found.options.assetTypeId})
        and (select jsonb_agg(key order by key collate "C") from jsonb_object_keys(fields) key) = ${keys} order by used_at desc limit 1`.execute(
      tx,
    );
    if (rows[0]) await take(needs, tx, found, rows[0], headers);
  });
};

export const listImportProfiles = async (
  { db }: { db: Db },
  actor: Actor,
  { entity }: InputOf<typeof api.listImportProfiles>,
): Promise<OutputOf<typeof api.listImportProfiles>> => {
  authorise(actor, 'crm.import');
  const { rows } = await sql<Omit<api.ImportProfile, 'usedAt'> & { usedAt: Date }>`select id, name, entity, used_at,
      (select count(*)::int from jsonb_object_keys(fields)) as columns
    from import_profile where ${entity ?? null}::text is null or entity = ${entity ?? null} order by used_at desc, id`.execute(
    db,
  );
  return { profiles: rows.map((row) => ({ ...row, usedAt: row.usedAt.toISOString() })) };
};

export const saveImportProfile = async (
  needs: Needs & { ids: Ids },
  actor: Actor,
  { id, name }: InputOf<typeof api.saveImportProfile>,
): Promise<ShownImport> => {
  authorise(actor, 'crm.import');
  const { db, clock, ids } = needs;
  await db.transaction().execute(async (tx) => {
    const found = await lockImport(tx, id);
    const headers = await headersOf(needs.config.dataFolder, found);
    const fields = Object.fromEntries(headers.map((header, place) => [header, found.mapping[place] ?? null]));
    const { rows } = await sql<{ id: string }>`
      insert into import_profile (id, name, entity, fields, options, created_by, used_at)
      values (${ids.next()}, ${name}, ${found.entity}, ${json(fields)}, ${json(keptOptions(found.options))}, ${actor.userId}, ${clock.now()})
      on conflict (entity, lower(name)) do update set name = excluded.name, fields = excluded.fields, options = excluded.options, used_at = excluded.used_at
      returning id`.execute(tx);
    await sql`update import set profile_id = ${rows[0]?.id ?? null} where id = ${id}`.execute(tx);
  });
  return showImport(db, id, clock.now());
};

export const useImportProfile = async (
  needs: Needs,
  actor: Actor,
  { id, profileId }: InputOf<typeof api.useImportProfile>,
): Promise<ShownImport> => {
  authorise(actor, 'crm.import');
  await needs.db.transaction().execute(async (tx) => {
    const found = await lockImport(tx, id);
    assertWaiting(found);
    const { rows } =
      await sql<Profile>`select id, entity, fields, options from import_profile where id = ${profileId} and entity = ${found.entity}`.execute(
        tx,
      );
    if (rows[0] === undefined) throw new NotFound('import profile');
    await take(needs, tx, found, rows[0], await headersOf(needs.config.dataFolder, found));
  });
  return showImport(needs.db, id, needs.clock.now());
};

export const deleteImportProfile = async (
  { db }: { db: Db },
  actor: Actor,
  { profileId }: InputOf<typeof api.deleteImportProfile>,
): Promise<OutputOf<typeof api.deleteImportProfile>> => {
  authorise(actor, 'crm.import');
  const { numAffectedRows } = await sql`delete from import_profile where id = ${profileId}`.execute(db);
  if (!numAffectedRows) throw new NotFound('import profile');
  return { ok: true };
};
