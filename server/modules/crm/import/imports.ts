import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type * as api from '../../../../contract/import.ts';
import { type ImportEntity, ImportOptions, type Mapping, type Reading } from '../../../../contract/import.ts';
import type { Page } from '../../../../contract/paging.ts';
import type { Clock } from '../../../platform/clock.ts';
import { json } from '../../../platform/database/json.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import type { Ids } from '../../../platform/ids.ts';
import { enqueue } from '../../../platform/queue/queue.ts';
import { type Actor, authorise } from '../../access/index.ts';
import type { ImportHooks } from '../import-hooks.ts';
import { guessMapping } from '../model/guess-mapping.ts';
import { removeFile } from './clear-away.ts';
import { assertWaiting, lockImport, type StoredImport, startWork, stopWork } from './import.store.ts';
import { importRowsTask } from './import.tasks.ts';
import { pageOfImportRows, pageOfImports, type ShownImport, showImport } from './import.views.ts';
import type { ImportKinds } from './import-kind.ts';
import { recogniseProfile } from './import-profiles.ts';
import { sampleOf } from './import-sample.ts';
import { importFile } from './read-file.ts';
import { receiveFile } from './receive-file.ts';
import { dropStage } from './stage-table.ts';

type Needs = { db: Db; clock: Clock };
type KindNeeds = Needs & { importKinds: ImportKinds };
type FileNeeds = KindNeeds & { config: { dataFolder: string } };

/** Files of some kinds ask a right of their own besides. */
const authoriseKind = ({ importKinds }: { importKinds: ImportKinds }, actor: Actor, entity: ImportEntity): void => {
  authorise(actor, 'crm.import');
  const { permission } = importKinds[entity];
  if (permission !== null) authorise(actor, permission);
};

const guessedMapping = async (
  { importKinds }: KindNeeds,
  db: Db | Tx,
  { entity, options }: Pick<StoredImport, 'entity' | 'options'>,
  file: string,
  reading: Reading,
): Promise<Mapping> =>
  guessMapping(entity, await importKinds[entity].fields(db, options), (await sampleOf(file, reading)).columns);

/** The options with the name of the campaign whose audience the file fills. Throws as the hook does when the actor may not. */
const withAudience = async (
  { importHooks }: { importHooks: ImportHooks },
  db: Db | Tx,
  actor: Actor,
  options: ImportOptions,
): Promise<ImportOptions> => {
  if (options.audience === null) return options;
  const { actionId, unknown } = options.audience;
  return { ...options, audience: { actionId, unknown, ...(await importHooks.assertAudience(db, actor, actionId)) } };
};

interface Upload {
  entity: ImportEntity;
  /** What kind of things a file of assets holds. */
  assetTypeId?: string | null;
  /** The action whose audience the people join. */
  actionId?: string | null;
  fileName: string;
  stream: Readable;
}

/** Keeps the file, and guesses how it is read and what fills which field. Nothing comes in yet. */
export const uploadImport = async (
  needs: FileNeeds & { ids: Ids; importHooks: ImportHooks },
  actor: Actor,
  upload: Upload,
): Promise<ShownImport> => {
  authoriseKind(needs, actor, upload.entity);
  const { db, clock, ids, config, importKinds } = needs;
  const audience = upload.actionId ? { actionId: upload.actionId } : null;
  const id = ids.next();
  const file = importFile(config.dataFolder, id);
  const { bytes, lines, reading, certain } = await receiveFile(upload.stream, file);
  const options = await withAudience(
    needs,
    db,
    actor,
    ImportOptions.parse({
      ...(await importKinds[upload.entity].begin?.(db)),
      assetTypeId: upload.assetTypeId ?? null,
      audience,
    }),
  );
  const mapping = await guessedMapping(needs, db, { entity: upload.entity, options }, file, reading);
  await sql`insert into import (id, entity, file_name, bytes, reading, guess, mapping, options, created_by, created_at)
    values (${id}, ${upload.entity}, ${upload.fileName.slice(-200)}, ${bytes}, ${json(reading)}, ${json({ certain, lines })}, ${json(mapping)},
      ${json(options)}, ${actor.userId}, ${clock.now()})`.execute(db);
  await recogniseProfile(needs, id);
  return showImport(db, id, clock.now());
};

export const listImports = async (
  { db, clock }: Needs,
  actor: Actor,
  input: InputOf<typeof api.listImports>,
): Promise<Page<ShownImport>> => {
  authorise(actor, 'crm.import');
  return pageOfImports(db, input, clock.now());
};

export const getImport = async (
  { db, clock }: Needs,
  actor: Actor,
  { id }: InputOf<typeof api.getImport>,
): Promise<ShownImport> => {
  authorise(actor, 'crm.import');
  return showImport(db, id, clock.now());
};

export const getImportSample = async (
  { db, clock, config }: FileNeeds,
  actor: Actor,
  { id }: InputOf<typeof api.getImportSample>,
): Promise<OutputOf<typeof api.getImportSample>> => {
  authorise(actor, 'crm.import');
  const { reading } = await showImport(db, id, clock.now());
  return sampleOf(importFile(config.dataFolder, id), reading);
};

/** The fields that the file may fill. */
export const listImportFields = async (
  { db, clock, importKinds }: KindNeeds,
  actor: Actor,
  { id }: InputOf<typeof api.listImportFields>,
): Promise<OutputOf<typeof api.listImportFields>> => {
  authorise(actor, 'crm.import');
  const { entity, options } = await showImport(db, id, clock.now());
  const fields = await importKinds[entity].fields(db, options);
  return { fields: fields.map(({ name, label, matchable }) => ({ name, label, matchable })) };
};

const assertMapping = async (
  { importKinds }: KindNeeds,
  db: Tx,
  { entity, options }: StoredImport,
  mapping: Mapping,
) => {
  const allowed = new Set((await importKinds[entity].fields(db, options)).map(({ name }) => name));
  const filled = mapping.filter((field) => field !== null);
  const stranger = filled.find((field) => !allowed.has(field));
  if (stranger !== undefined) throw new Invalid('mapping', 'field_not_importable', { field: stranger });
  const twice = filled.find((field, place) => filled.indexOf(field) !== place);
  if (twice !== undefined) throw new Invalid('mapping', 'field_mapped_twice', { field: twice });
};

export const updateImport = async (
  needs: FileNeeds & { importHooks: ImportHooks },
  actor: Actor,
  { id, reading, mapping, options }: InputOf<typeof api.updateImport>,
): Promise<ShownImport> => {
  const { db, clock, config } = needs;
  authorise(actor, 'crm.import');
  if (options?.consent) authorise(actor, 'consent.edit');
  await db.transaction().execute(async (tx) => {
    const found = await lockImport(tx, id);
    assertWaiting(found);
    const chosen = options ? await withAudience(needs, tx, actor, options) : found.options;
    if (mapping) await assertMapping(needs, tx, { ...found, options: chosen }, mapping);
    const read = reading ? { ...reading, sheet: found.reading.sheet ?? null } : found.reading;
    const mapped =
      mapping ??
      (reading
        ? await guessedMapping(needs, tx, { ...found, options: chosen }, importFile(config.dataFolder, id), read)
        : found.mapping);
    await sql`update import set state = 'uploaded', rows = null, read_rows = 0, read_all = false, reading = ${json(read)}, mapping = ${json(mapped)}, options = ${json(chosen)}
      where id = ${id}`.execute(tx);
  });
  return showImport(db, id, clock.now());
};

/** Begins to go through the file; the same for a check and a run. */
const begin = async (
  needs: KindNeeds,
  actor: Actor,
  id: string,
  state: 'checking' | 'running',
): Promise<ShownImport> => {
  const { db, clock, importKinds } = needs;
  await db.transaction().execute(async (tx) => {
    const found = await lockImport(tx, id);
    const { identifiedBy, assertReady } = importKinds[found.entity];
    authoriseKind(needs, actor, found.entity);
    assertWaiting(found);
    if (state === 'running' && found.state !== 'checked') throw new Conflict('import_needs_check');
    if (!found.mapping.some((field) => field !== null && identifiedBy.includes(field)))
      throw new Invalid('mapping', 'nothing_mapped');
    await assertReady?.(tx, found);
    await startWork(tx, id, state, clock.now());
    await enqueue(tx, importRowsTask, { importId: id });
  });
  return showImport(db, id, clock.now());
};

export const checkImport = async (
  needs: KindNeeds,
  actor: Actor,
  { id }: InputOf<typeof api.checkImport>,
): Promise<ShownImport> => {
  authorise(actor, 'crm.import');
  return begin(needs, actor, id, 'checking');
};

export const runImport = async (
  needs: KindNeeds,
  actor: Actor,
  { id }: InputOf<typeof api.runImport>,
): Promise<ShownImport> => {
  authorise(actor, 'crm.import');
  return begin(needs, actor, id, 'running');
};

export const cancelImport = async (
  { db, clock, config }: FileNeeds,
  actor: Actor,
  { id }: InputOf<typeof api.cancelImport>,
): Promise<ShownImport> => {
  authorise(actor, 'crm.import');
  const ended = await db.transaction().execute(async (tx) => {
    const { state } = await lockImport(tx, id);
    if (state !== 'checking' && state !== 'running') throw new Conflict('import_not_running');
    await stopWork(tx, id, state === 'checking' ? 'uploaded' : 'cancelled', null, clock.now());
    if (state === 'running') await dropStage(tx, id);
    return state === 'running';
  });
  if (ended) await removeFile(config.dataFolder, id);
  return showImport(db, id, clock.now());
};

export const listImportRows = async (
  { db }: { db: Db },
  actor: Actor,
  input: InputOf<typeof api.listImportRows>,
): Promise<OutputOf<typeof api.listImportRows>> => {
  authorise(actor, 'crm.import');
  return pageOfImportRows(db, input);
};

/** Throws NotFound; for edges that stream. */
export const assertImport = async ({ db, clock }: Needs, actor: Actor, id: string): Promise<ShownImport> => {
  authorise(actor, 'crm.import');
  if (!/^[0-9a-f-]{36}$/i.test(id)) throw new NotFound('import');
  return showImport(db, id, clock.now());
};
