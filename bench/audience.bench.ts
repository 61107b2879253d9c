import { sql } from 'kysely';
import type { PartyId, RunId } from '../contract/ids.ts';
import { SYSTEM } from '../server/modules/access/index.ts';
import {
  consentRuleFields,
  countAudience,
  createFieldRegistry,
  crmRelations,
  crmRuleFields,
  type VerdictInput,
  whyPerson,
} from '../server/modules/audiences/index.ts';
import { whyInRun } from '../server/modules/delivery/index.ts';
import { planLines } from '../server/modules/delivery/plan-deliveries.ts';
import { systemClock } from '../server/platform/clock.ts';
import type { Db } from '../server/platform/database/open-database.ts';
import type { Exchange } from '../server/platform/http/route.ts';
import type { ReadyCampaign } from '../tests/support/ready-campaign.ts';
import { makeCustomers } from './audience-data.ts';
import {
  countedByHand,
  inputFor,
  invoicedByHand,
  invoicedInput,
  makeHandTable,
  plannedByHand,
} from './audience-question.ts';
import { type Bench, type Opened, timed } from './bench.ts';
import { givenLaunchedCampaign } from './ledger.ts';

/** An audience of three conditions with consent and suppression is counted, planned, and asked why of one person. */
export const bench: Bench = {
  name: 'audience',
  about:
    'Counting and planning an audience among so many contacts, against the same statements written by hand; why in milliseconds',
  size: 1_000_000,
  rounds: 5,
  ratios: {
    count: { variant: 'count', against: 'countByHand', limit: 1.5 },
    plan: { variant: 'plan', against: 'planByHand', limit: 2 },
    invoiced: { variant: 'invoiced', against: 'invoicedByHand', limit: 1.5 },
    recountMs: { variant: 'count', against: 'millisecond', limit: 1_000 },
    whyMs: { variant: 'why', against: 'millisecond', limit: 100 },
    whyInRunMs: { variant: 'whyInRun', against: 'millisecond', limit: 100 },
  },
  open: async ({ db }, size) => {
    const campaign = await givenLaunchedCampaign(db);
    await makeCustomers(db, size, { ...campaign, ...(await givenLaunchedCampaign(db)), topicId: campaign.topicId });
    await makeHandTable(db);
    return variantsFor(db, campaign);
  },
};

const variantsFor = async (db: Db, campaign: ReadyCampaign): Promise<Opened> => {
  const input = await inputFor(db, campaign);
  // Addresses are everybody's own here, and the statement by hand does not look for shared ones either.
  const standing = await standingList(db, campaign, input);
  const invoiced = await invoicedInput(db, input);
  const toEach: VerdictInput = { ...input, context: { ...input.context, sharedAddress: 'each' } };
  return {
    variants: {
      invoiced: () => timed(() => countAudience(db, invoiced)),
      invoicedByHand: () => timed(() => invoicedByHand(db)),
      count: () => timed(() => countAudience(db, toEach)),
      countByHand: () => timed(() => countedByHand(db, campaign)),
      plan: () => planned(db, campaign, input),
      planByHand: () => plannedByHand(db, campaign),
      why: () => timed(() => why(db, input)),
      whyInRun: () => timed(() => whyLater(db, standing)),
      millisecond: async () => 1,
    },
  };
};

const planned = async (db: Db, { campaignId, actionId }: ReadyCampaign, input: VerdictInput): Promise<number> => {
  const { rows } = await sql<{ id: string }>`
    insert into run (id, campaign_id, action_id, mode, state, channel)
    values (new_run_id(true, now()), ${campaignId}, ${actionId}, 'main', 'planning', 'email') returning id`.execute(db);
  const id = rows[0]!.id as never;
  const ms = await timed(() => db.transaction().execute((tx) => planLines(tx, id, input, false)));
  await sql`truncate ${sql.table(`recipient_run_${id}`)}`.execute(db);
  await sql`delete from run where id = ${id}`.execute(db);
  return ms;
};

const why = async (db: Db, input: VerdictInput) => {
  const { rows } = await sql<{ id: string }>`select id from contact order by id limit 1 offset 4`.execute(db);
  await whyPerson(db, input, { kind: 'contact', id: rows[0]!.id });
};

/** A list that was generated some time ago and stands. */
const standingList = async (db: Db, { campaignId, actionId }: ReadyCampaign, input: VerdictInput): Promise<RunId> => {
  const terms = JSON.stringify({
    gate: input.context,
    audience: input.audience,
    addressing: input.addressing,
    segments: [],
  });
  const { rows } = await sql<{ id: RunId }>`
    insert into run (id, campaign_id, action_id, mode, state, channel, terms)
    values (new_run_id(true, now()), ${campaignId}, ${actionId}, 'main', 'planning', 'email', ${terms}::jsonb) returning id`.execute(
    db,
  );
  const { id } = rows[0]!;
  await db.transaction().execute((tx) => planLines(tx, id, input, false));
  // Sealed, so that another list can be prepared beside it.
  await sql`update run set state = 'finished', sealed_at = now() where id = ${id}`.execute(db);
  return id;
};

const whyLater = async (db: Db, runId: RunId) => {
  const { rows } = await sql<{
    id: PartyId;
  }>`select party_id as id from recipient where run_id = ${runId} order by no limit 1`.execute(db);
  const needs = {
    db,
    clock: systemClock,
    ruleFields: createFieldRegistry([crmRuleFields, consentRuleFields], crmRelations),
  };
  const exchange = { request: { headers: {} } } as unknown as Exchange;
  await whyInRun(needs, SYSTEM, { id: runId, partyKind: 'contact', partyId: rows[0]!.id }, exchange);
};
