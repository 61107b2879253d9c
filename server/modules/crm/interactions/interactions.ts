import { sql } from 'kysely';
import type { InputOf } from '../../../../contract/endpoint.ts';
import type { InteractionId } from '../../../../contract/ids.ts';
import type * as api from '../../../../contract/interactions.ts';
import type { Page } from '../../../../contract/paging.ts';
import type { Party } from '../../../../contract/runs.ts';
import type { Clock } from '../../../platform/clock.ts';
import { json } from '../../../platform/database/json.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { pageOfInteractions, type ShownInteraction, showInteraction } from './interaction.views.ts';
import { valuesOfType } from './interaction-fields.ts';
import { assertTypeInUse, getInteractionType } from './interaction-type.store.ts';

interface Needs {
  db: Db;
  clock: Clock;
}
const DAY = 86_400_000;

export const listInteractions = async (
  { db, clock }: Needs,
  actor: Actor,
  input: InputOf<typeof api.listInteractions>,
): Promise<Page<ShownInteraction>> => {
  authorise(actor, 'crm.see');
  return pageOfInteractions(db, input, { userId: actor.userId, now: clock.now() });
};

export const getInteraction = async (
  { db, clock }: Needs,
  actor: Actor,
  { id }: InputOf<typeof api.getInteraction>,
): Promise<ShownInteraction> => {
  authorise(actor, 'crm.see');
  return showInteraction(db, id, clock.now());
};

const assertKnownUser = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'interaction_responsible_id_fkey')
      throw new Invalid('responsibleId', 'unknown_user');
    throw error;
  }
};

/** The record as it is now, whatever it was merged into, with its account manager. Throws NotFound. */
const presentRecord = async (tx: Tx, { kind, id }: Party): Promise<{ id: string; managerId: string | null }> => {
  const { rows } = await sql<{ id: string; managerId: string | null }>`
    select p.id, u.id as manager_id from ${sql.table(kind)} p left join app_user u on u.id = p.account_manager_id and u.disabled_at is null
    where p.id = coalesce((select ${sql.ref(`${kind}_id`)} from ${sql.table(`${kind}_alias`)} where old_id = ${id}), ${id}) for share of p`.execute(
    tx,
  );
  if (rows[0] === undefined) throw new NotFound(kind);
  return rows[0];
};

type NewItem = InputOf<typeof api.createInteraction>;

/** What is left out comes from its type: who makes it is its creator and its owner, unless the type names somebody else. */
const newRow = async (tx: Tx, actor: Actor, { typeId, party, done, ...input }: NewItem, now: Date) => {
  await assertTypeInUse(tx, typeId, 'typeId');
  const type = await getInteractionType(tx, typeId);
  const record = await presentRecord(tx, party);
  const custom = await valuesOfType(tx, typeId, input.custom ?? {});
  const byPolicy = { named: type.named?.id ?? null, account_manager: record.managerId ?? actor.userId };
  const policy = byPolicy[type.responsible as keyof typeof byPolicy] ?? actor.userId;
  const isDone = done ?? !type.work;
  const due = type.dueDays === null || isDone ? null : new Date(now.getTime() + type.dueDays * DAY);
  return {
    typeId,
    partyKind: party.kind,
    partyId: record.id,
    subject: input.subject,
    body: input.body || null,
    responsibleId: input.responsibleId === undefined ? policy : input.responsibleId,
    dueAt: input.dueAt === undefined ? due : input.dueAt,
    state: isDone ? 'done' : 'open',
    doneAt: isDone ? now : null,
    custom: sql<string>`jsonb_strip_nulls(${json(custom)})`,
  };
};

export const createInteraction = async (
  { db, clock, ids }: Needs & { ids: Ids },
  actor: Actor,
  input: NewItem,
): Promise<ShownInteraction> => {
  authorise(actor, 'crm.edit');
  const id = ids.next();
  const now = clock.now();
  await db.transaction().execute(async (tx) => {
    const row = await newRow(tx, actor, input, now);
    await assertKnownUser(() =>
      tx
        .insertInto('interaction')
        .values({ ...row, id, createdBy: actor.userId, createdAt: now, updatedAt: now })
        .execute(),
    );
  });
  return showInteraction(db, id, now);
};

/** The columns to write for what was given. */
export const editedColumns = async (
  tx: Tx,
  typeId: string,
  { custom, body, ...given }: Omit<InputOf<typeof api.updateInteraction>, 'id' | 'updatedAt'>,
) => ({
  ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  ...(body !== undefined && { body: body || null }),
  ...(custom && { custom: sql<string>`jsonb_strip_nulls(custom || ${json(await valuesOfType(tx, typeId, custom))})` }),
});

export const updateInteraction = async (
  { db, clock }: Needs,
  actor: Actor,
  { id, updatedAt, ...input }: InputOf<typeof api.updateInteraction>,
): Promise<ShownInteraction> => {
  authorise(actor, 'crm.edit');
  const now = clock.now();
  await db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('interaction')
      .select(['typeId', 'updatedAt'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw new NotFound('interaction');
    if (updatedAt !== undefined && row.updatedAt.getTime() !== new Date(updatedAt).getTime())
      throw new Conflict('interaction_changed');
    const changes = await editedColumns(tx, row.typeId, input);
    await assertKnownUser(() =>
      tx
        .updateTable('interaction')
        .set({ ...changes, updatedAt: now })
        .where('id', '=', id)
        .execute(),
    );
  });
  return showInteraction(db, id, now);
};

export const settleInteractions = async (
  { db, clock }: Needs,
  actor: Actor,
  { ids, state }: InputOf<typeof api.settleInteractions>,
): Promise<{ changed: InteractionId[] }> => {
  authorise(actor, 'crm.edit');
  const now = clock.now();
  const { rows } = await sql<{ id: InteractionId }>`
    update interaction set state = ${state}, done_at = case when ${state} = 'done' then ${now}::timestamptz end, updated_at = ${now}
    where id = any(${ids}::uuid[]) and state <> ${state} returning id`.execute(db);
  return { changed: rows.map(({ id }) => id) };
};
