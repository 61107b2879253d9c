import { type Selectable, sql } from 'kysely';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { OpportunityId, UserId } from '../../../contract/ids.ts';
import { sumOf } from '../../../contract/line-amount.ts';
import type { Party } from '../../../contract/runs.ts';
import type * as api from '../../../contract/sales.ts';
import type { SalesLineInput } from '../../../contract/sales-plan.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { Opportunity as Row } from '../../platform/database/tables.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise, loadInstallation } from '../access/index.ts';
import { todayOf } from '../catalogue/index.ts';
import { partyName } from '../crm/index.ts';
import { pageOfOpportunities, type Shown, showOpportunity } from './opportunity.views.ts';
import { priceLines } from './price-lines.ts';
import { dropLines, writeLines } from './sales-line.store.ts';
import { stageOrFirst } from './stages.ts';

interface Needs {
  db: Db;
  clock: Clock;
}
type Stored = Pick<Selectable<Row>, 'id' | 'state' | 'currency' | 'stageId' | 'runId'>;

export const listOpportunities = async ({ db }: Needs, actor: Actor, input: InputOf<typeof api.listOpportunities>) => {
  authorise(actor, 'sales.see');
  return pageOfOpportunities(db, input);
};

export const getOpportunity = async (
  { db }: Needs,
  actor: Actor,
  { id }: InputOf<typeof api.getOpportunity>,
): Promise<Shown> => {
  authorise(actor, 'sales.see');
  return showOpportunity(db, id);
};

export const createOpportunity = async (
  { db, clock, ids }: Needs & { ids: Ids },
  actor: Actor,
  input: InputOf<typeof api.createOpportunity>,
): Promise<Shown> => {
  authorise(actor, 'sales.edit');
  const { party, lines, currency, stageId, ownerId, ...given } = input;
  const [id, now] = [ids.next() as OpportunityId, clock.now()];
  await db.transaction().execute(async (tx) => {
    const values = {
      ...given,
      id,
      partyKind: party.kind,
      partyId: party.id,
      companyId: await firmOf(tx, party),
      currency: currency ?? (await loadInstallation(tx)).currency,
      stageId: await stageOrFirst(tx, stageId),
      ownerId: ownerId ?? userOf(actor),
      createdBy: actor.userId,
      createdAt: now,
      updatedAt: now,
    };
    await assertOwner(tx, values.ownerId);
    await tx.insertInto('opportunity').values(values).execute();
    await replaceLines(tx, values, lines, await todayOf(tx, clock));
  });
  return showOpportunity(db, id);
};

export const updateOpportunity = async (
  { db, clock }: Needs,
  actor: Actor,
  { id, lines, ...change }: InputOf<typeof api.updateOpportunity>,
): Promise<Shown> => {
  authorise(actor, 'sales.edit');
  await db.transaction().execute(async (tx) => {
    const stored = await getForUpdate(tx, id);
    if (stored.state !== 'open') throw new Conflict('opportunity_closed');
    if (change.stageId) await stageOrFirst(tx, change.stageId);
    if (change.ownerId) await assertOwner(tx, change.ownerId);
    await tx
      .updateTable('opportunity')
      .set({ ...change, updatedAt: clock.now() })
      .where('id', '=', id)
      .execute();
    if (change.stageId && change.stageId !== stored.stageId) await recordStep(tx, id, change.stageId, clock.now());
    if (lines) await replaceLines(tx, stored, lines, await todayOf(tx, clock));
  });
  return showOpportunity(db, id);
};

/** For the timeline; of two moves at the same moment the later is told. */
const recordStep = async (tx: Tx, id: OpportunityId, stageId: string, at: Date): Promise<void> => {
  await sql`insert into opportunity_step (opportunity_id, at, stage) select ${id}, ${at}, name from sales_stage where id = ${stageId}
    on conflict (opportunity_id, at) do update set stage = excluded.stage`.execute(tx);
};

/** The sale of a deal that is won counts in its campaign from then on. */
export const closeOpportunity = async (
  { db, clock }: Needs,
  actor: Actor,
  { id, state, closedOn, lostReason }: InputOf<typeof api.closeOpportunity>,
): Promise<Shown> => {
  authorise(actor, 'sales.edit');
  const today = await todayOf(db, clock);
  if (closedOn !== undefined && closedOn > today) throw new Invalid('closedOn', 'day_in_future');
  if (state === 'lost' && !lostReason) throw new Invalid('lostReason', 'lost_reason_needed');
  await move(db, id, 'open', {
    state,
    closedOn: closedOn ?? today,
    lostReason: state === 'lost' ? (lostReason ?? null) : null,
    updatedAt: clock.now(),
  });
  return showOpportunity(db, id);
};

export const reopenOpportunity = async (
  { db, clock }: Needs,
  actor: Actor,
  { id }: InputOf<typeof api.reopenOpportunity>,
): Promise<Shown> => {
  authorise(actor, 'sales.edit');
  await move(db, id, 'closed', { state: 'open', closedOn: null, lostReason: null, updatedAt: clock.now() });
  return showOpportunity(db, id);
};

/** What a campaign made stays: its line says that it was issued. */
export const deleteOpportunity = async (
  { db }: Needs,
  actor: Actor,
  { id }: InputOf<typeof api.deleteOpportunity>,
): Promise<{ ok: true }> => {
  authorise(actor, 'sales.edit');
  await db.transaction().execute(async (tx) => {
    const { runId } = await getForUpdate(tx, id);
    if (runId !== null) throw new Conflict('opportunity_of_campaign');
    await dropLines(tx, id);
    await tx.deleteFrom('opportunity').where('id', '=', id).execute();
  });
  return { ok: true };
};

/** Held until the transaction ends: of two who close it at once the second is told. */
const getForUpdate = async (tx: Tx, id: OpportunityId): Promise<Stored> => {
  const columns = ['id', 'state', 'currency', 'stageId', 'runId'] as const;
  const row = await tx.selectFrom('opportunity').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined) throw new NotFound('opportunity');
  return row;
};

const move = async (
  db: Db,
  id: OpportunityId,
  from: 'open' | 'closed',
  change: { state: string; closedOn: string | null; lostReason: string | null; updatedAt: Date },
): Promise<void> => {
  await db.transaction().execute(async (tx) => {
    const { state } = await getForUpdate(tx, id);
    if ((state === 'open') !== (from === 'open'))
      throw new Conflict(from === 'open' ? 'opportunity_closed' : 'opportunity_open');
    await tx.updateTable('opportunity').set(change).where('id', '=', id).execute();
  });
};

const replaceLines = async (
  tx: Tx,
  { id, currency }: { id: string; currency: string },
  lines: readonly SalesLineInput[],
  day: string,
): Promise<void> => {
  const priced = await priceLines(tx, { lines, currency, day });
  await dropLines(tx, id);
  await writeLines(tx, 'opportunity', sql`select ${id}::uuid as id`, priced);
  await tx
    .updateTable('opportunity')
    .set({ linesMinor: sumOf(priced) })
    .where('id', '=', id)
    .execute();
};

/** The firm a deal is with: the company itself, or the one its contact is of. Throws Invalid where the party is gone. */
const firmOf = async (tx: Tx, { kind, id }: Party): Promise<string | null> => {
  const { rows } = await sql<{ name: string | null; companyId: string | null }>`
    select ${partyName('p')} as name, case p.party_kind when 'company' then p.party_id else (select company_id from contact where id = p.party_id) end as company_id
    from (select ${kind}::text as party_kind, ${id}::uuid as party_id) as p`.execute(tx);
  if (rows[0]?.name == null) throw new Invalid('party', 'unknown_party');
  return rows[0].companyId;
};

const assertOwner = async (tx: Tx, ownerId: string): Promise<void> => {
  const { rows } = await sql`select from app_user where id = ${ownerId} and disabled_at is null`.execute(tx);
  if (rows.length === 0) throw new Invalid('ownerId', 'unknown_user');
};

const userOf = (actor: Actor): UserId => {
  if (actor.userId === null) throw new Forbidden('sales.edit');
  return actor.userId;
};
