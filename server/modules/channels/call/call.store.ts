import { type RawBuilder, sql } from 'kysely';
import type { Queue } from '../../../../contract/desk.ts';
import type { CampaignId, InteractionId, RunId } from '../../../../contract/ids.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import type { IssuedRun } from '../channel.ts';

/** A person stays with the agent who has him on the screen so long without a sign of life. */
const HELD = sql`interval '10 minutes'`;
/** Put back without an outcome, somebody comes again after so long. */
const PUT_BACK = sql`interval '10 minutes'`;
/** A call that an agent promised and did not make in time is anybody's. */
const PROMISE_KEPT = sql`interval '1 hour'`;

export interface StoredCall {
  interactionId: InteractionId;
  runId: RunId;
  no: number;
  number: string;
  numberKey: string;
  tries: number;
  notBefore: Date;
  promisedBy: string | null;
  claimedBy: string | null;
}

const columns = (alias: string) => {
  const of = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`${of('interaction_id')}, ${of('run_id')}::text as run_id, ${of('no')}, ${of('number')}, ${of('number_key')}, ${of('tries')}, ${of('not_before')},
    ${of('promised_by')}, ${of('claimed_by')}`;
};

/** The number is the one frozen with the list; a proof, which has no list, takes the person's. */
export const insertCalls = async (tx: Tx, { runId, lines, test, now }: IssuedRun): Promise<void> => {
  const number = test ? sql`coalesce(person.phone, '')` : sql`line.address`;
  const key = test ? sql`coalesce(person.phone_key, '')` : sql`line.address_key`;
  await sql`
    insert into call (interaction_id, run_id, no, number, number_key, not_before)
    select i.id, i.run_id, i.no, ${number}, ${key}, ${now}
    from (${lines}) line join interaction i on i.run_id = ${runId} and i.no = line.no
    left join contact person on ${test} and line.party_kind = 'contact' and person.id = line.party_id`.execute(tx);
};

const IS_FREE = sql`(c.claimed_by is null or c.claimed_until < now())`;

/** Whose a call is, over `c` and its item `i`. */
const IN_QUEUE: Record<Queue, (userId: string, now: Date) => RawBuilder<boolean>> = {
  mine: (userId) => sql`(i.responsible_id = ${userId} or c.promised_by = ${userId})`,
  shared: (userId, now) => sql`(i.responsible_id is null
    and (c.promised_by is null or c.promised_by = ${userId} or c.not_before < ${now}::timestamptz - ${PROMISE_KEPT}))`,
};

/** The calls still to be made, as `c` with their items as `i`. */
const OPEN = sql`call c join interaction i on i.id = c.interaction_id and i.state = 'open'`;

export interface Asking {
  userId: string;
  queue: Queue;
  campaignId?: CampaignId | undefined;
  /** This one and no other. */
  id?: InteractionId | undefined;
  now: Date;
}

/** Somebody who was taken between being found and being locked leaves an agent with nobody, though others wait: he looks again. */
const GLANCES = 3;

/**
 * Holds the next person for the agent: whom he holds already, then who was promised a call, then by priority, time due and fewest tries.
 * Two who ask at once get two people; who is held comes back when his agent gives no sign of life.
 */
export const claimCall = async (tx: Tx, asking: Asking): Promise<StoredCall | undefined> => {
  for (let glance = 0; glance < GLANCES; glance += 1) {
    const call = await claimOnce(tx, asking);
    if (call !== undefined) return call;
  }
  return undefined;
};

const claimOnce = async (tx: Tx, { userId, queue, campaignId, id, now }: Asking): Promise<StoredCall | undefined> => {
  const held = sql`coalesce(c.claimed_by = ${userId} and c.claimed_until >= now(), false)`;
  const wanted = id
    ? sql`c.interaction_id = ${id} and (${held} or ${IS_FREE})`
    : sql`(${held} or (${IS_FREE} and c.not_before <= ${now} and ${IN_QUEUE[queue](userId, now)}))`;
  const { rows } = await sql<StoredCall>`
    with next as (
      select c.interaction_id from ${OPEN}
      where ${wanted} and (${campaignId ?? null}::uuid is null or i.campaign_id = ${campaignId ?? null})
      order by ${held} desc, c.promised_by is not null desc, i.priority, i.due_at nulls last, c.tries, c.interaction_id
      limit 1 for update of c skip locked
    )
    update call set claimed_by = ${userId}, claimed_until = now() + ${HELD} from next where call.interaction_id = next.interaction_id
    returning ${columns('call')}`.execute(tx);
  return rows[0];
};

/** The call, locked, if this agent has it; undefined when it was given to somebody else meanwhile. */
export const heldCall = async (tx: Tx, id: InteractionId, userId: string): Promise<StoredCall | undefined> => {
  const { rows } = await sql<StoredCall>`
    select ${columns('c')} from call c where c.interaction_id = ${id} and c.claimed_by = ${userId} for update`.execute(
    tx,
  );
  return rows[0];
};

/** False when the agent has it no more. */
export const keepHeld = async (db: Db, id: InteractionId, userId: string): Promise<boolean> => {
  const { rows } = await sql`
    update call set claimed_until = now() + ${HELD} where interaction_id = ${id} and claimed_by = ${userId} returning 1`.execute(
    db,
  );
  return rows.length > 0;
};

/** Lets go of whoever the agent holds, to be called again a little later. */
export const putBack = async (db: Db | Tx, id: InteractionId, userId: string, now: Date): Promise<void> => {
  await sql`
    update call set claimed_by = null, claimed_until = null, not_before = greatest(not_before, ${now}::timestamptz + ${PUT_BACK})
    where interaction_id = ${id} and claimed_by = ${userId}`.execute(db);
};

export interface CallAfter {
  tries: number;
  /** null: no matter, nobody calls again. */
  notBefore: Date | null;
  promisedBy: string | null;
}

export const storeCall = async (
  tx: Tx,
  id: InteractionId,
  { tries, notBefore, promisedBy }: CallAfter,
): Promise<void> => {
  await sql`
    update call set tries = ${tries}, not_before = coalesce(${notBefore}, not_before), promised_by = ${promisedBy}, claimed_by = null, claimed_until = null
    where interaction_id = ${id}`.execute(tx);
};

/** The person has another number since the list was made. */
export const renumberCall = async (tx: Tx, id: InteractionId, number: string): Promise<void> => {
  await sql`update call set number = ${number}, number_key = ${number} where interaction_id = ${id}`.execute(tx);
};

export interface Waiting {
  mineDue: number;
  mineLater: number;
  sharedDue: number;
  sharedLater: number;
  nextAt: Date | null;
}

/** How many wait for this agent, and for anybody. */
export const countCalls = async (
  db: Db,
  { userId, campaignId, now }: Pick<Asking, 'userId' | 'campaignId' | 'now'>,
): Promise<Waiting> => {
  const mine = IN_QUEUE.mine(userId, now);
  const [due, later] = [sql`c.not_before <= ${now}`, sql`c.not_before > ${now}`];
  const { rows } = await sql<Waiting>`
    select count(*) filter (where ${mine} and ${due})::int as mine_due, count(*) filter (where ${mine} and ${later})::int as mine_later,
      count(*) filter (where i.responsible_id is null and ${due})::int as shared_due,
      count(*) filter (where i.responsible_id is null and ${later})::int as shared_later,
      min(c.not_before) filter (where ${later} and (${mine} or i.responsible_id is null)) as next_at
    from ${OPEN}
    where (${mine} or i.responsible_id is null) and (c.claimed_by = ${userId} or ${IS_FREE})
      and (${campaignId ?? null}::uuid is null or i.campaign_id = ${campaignId ?? null})`.execute(db);
  return rows[0]!;
};
