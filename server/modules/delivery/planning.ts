import { type RawBuilder, sql } from 'kysely';
import type { Audience } from '../../../contract/audience.ts';
import type { CampaignId, RunId } from '../../../contract/ids.ts';
import { utmFor } from '../../../contract/utm.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import {
  type FieldRegistry,
  findPressureRules,
  loadAudience,
  type VerdictInput,
  verdictQuery,
} from '../audiences/index.ts';
import { type CampaignForRun, getCampaignForRun, mailedDocument } from '../campaigns/index.ts';
import { channelGates } from '../channels/index.ts';
import type { GateContext } from '../consent/index.ts';
import { dossierTerms } from '../crm/index.ts';
import { copySource, distributionsOf, joinedSince } from './copy-source.ts';
import { planningGates } from './gates.ts';
import type { Terms } from './model/terms.ts';
import { type StoredRun, sealedMainRuns } from './run.store.ts';

export interface PlanningNeeds {
  db: Db;
  clock: Clock;
  ruleFields: FieldRegistry;
}

/** From this many possible lines on, a run gets partitions of its own. */
const LARGE = 100_000;

/** Judged by the estimate of the planner's statistics: exactness does not matter here, speed does. */
export const isLarge = async (tx: Tx): Promise<boolean> => {
  const { rows } = await sql<{ lines: number }>`
    select coalesce(sum(greatest(reltuples, 0)), 0)::int as lines from pg_class where oid in ('contact'::regclass, 'company'::regclass)`.execute(
    tx,
  );
  return (rows[0]?.lines ?? 0) > LARGE;
};

export const termsOf = async (tx: Db | Tx, { campaign, action }: CampaignForRun): Promise<Terms> => {
  const topic = campaign.topicId
    ? await tx.selectFrom('topic').select('name').where('id', '=', campaign.topicId).executeTakeFirst()
    : undefined;
  const gate: GateContext = {
    campaignId: campaign.id,
    duplicatedFrom: campaign.duplicatedFrom,
    actionId: action.id,
    channel: action.channel,
    purposeClass: campaign.purposeClass,
    basis: action.basis,
    topicId: campaign.topicId,
    sharedAddress: action.sharedAddress,
    holdoutPercent: campaign.holdoutPercent,
  };
  return {
    campaignCode: campaign.code,
    campaignName: campaign.name,
    topicName: topic?.name ?? null,
    gate,
    audience: action.audience,
    addressing: action.addressing,
    senderPolicy: action.senderPolicy,
    creatorId: campaign.createdBy,
    ownerId: campaign.ownerId,
    dossier: await dossierTerms(tx, action.interactionTypeId, action.keptOn),
    work: action.work,
    report: action.channel === 'email' && action.report,
    document: await mailedDocument(tx, action),
    utm: utmFor(action.utm, { channel: action.channel, code: campaign.code }),
  };
};

/** What the one statement behind preview, plan and why is made of. */
export const planningOf = async (
  needs: Pick<PlanningNeeds, 'clock' | 'ruleFields'>,
  tx: Db | Tx,
  subject: CampaignForRun,
  scope: 'all' | 'hand',
  terms: Terms,
): Promise<VerdictInput> => ({
  ...(await circumstancesOf(needs, tx, subject, { scope, terms, as: null })),
  rules: await loadAudience(tx, needs.ruleFields, terms.audience),
});

/** All but what the rules stand for. `as`: the run in whose place it is planned, as if neither it nor any after it had been. */
export const circumstancesOf = async (
  needs: Pick<PlanningNeeds, 'clock' | 'ruleFields'>,
  tx: Db | Tx,
  { campaign, action }: CampaignForRun,
  { scope, terms, as }: { scope: 'all' | 'hand'; terms: Terms; as: StoredRun | null },
): Promise<Omit<VerdictInput, 'rules'>> => {
  const { audience } = terms;
  const earlier = await runsNotRepeated(tx, action, audience.leaveOutReached ? campaign.id : null, as);
  const zone = await tx.selectFrom('installation').select('timeZone').executeTakeFirst();
  const now = needs.clock.now();
  return {
    audience,
    addressing: terms.addressing,
    scope,
    context: terms.gate,
    gates: [
      ...planningGates(earlier, await findPressureRules(tx), now, as?.id ?? null),
      ...(await channelGates(tx, action)),
    ],
    copySource: audience.copyOf ? await copiedGroup(needs, tx, audience.copyOf) : null,
    now,
    timeZone: zone?.timeZone ?? 'UTC',
  };
};

/** Whose people do not get it again: an action that recurs goes to the same people each time, and leaves out only those of other actions. */
const runsNotRepeated = async (
  tx: Db | Tx,
  { id: actionId, schedule }: CampaignForRun['action'],
  campaignId: CampaignId | null,
  as: StoredRun | null,
): Promise<RunId[]> => {
  const recurs = schedule.kind === 'recurring';
  if (campaignId === null) return recurs ? [] : sealedMainRuns(tx, { actionId }, as);
  const all = await sealedMainRuns(tx, { campaignId }, as);
  const own = recurs ? await sealedMainRuns(tx, { actionId }, as) : [];
  return all.filter((id) => !own.includes(id));
};

/** Who joined since is asked of the other action’s audience as it is now; its gates are not this one’s. */
const copiedGroup = async (
  needs: Pick<PlanningNeeds, 'clock' | 'ruleFields'>,
  tx: Db | Tx,
  copyOf: NonNullable<Audience['copyOf']>,
): Promise<RawBuilder<unknown>> => {
  if ('runId' in copyOf) return copySource(sql`${copyOf.runId}`, copyOf.which);
  const { actionId, which } = copyOf;
  if (which !== 'joined_since') return copySource(distributionsOf(actionId), which);
  const subject = await getCampaignForRun(tx, actionId);
  const planning = await planningOf(needs, tx, subject, 'all', await termsOf(tx, subject));
  return joinedSince(actionId, verdictQuery({ ...planning, gates: [] }));
};
