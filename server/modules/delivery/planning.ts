import { sql } from 'kysely';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { type FieldRegistry, findPressureRules, loadAudience, type VerdictInput } from '../audiences/index.ts';
import type { CampaignForRun } from '../campaigns/index.ts';
import type { GateContext } from '../consent/index.ts';
import { dossierTerms } from '../crm/index.ts';
import { copySource } from './copy-source.ts';
import { planningGates } from './gates.ts';
import type { Terms } from './model/terms.ts';
import { sealedMainRuns } from './run.store.ts';

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
  };
};

/** What the one statement behind preview, plan and why is made of. */
export const planningOf = async (
  needs: Pick<PlanningNeeds, 'clock' | 'ruleFields'>,
  tx: Db | Tx,
  { campaign, action }: CampaignForRun,
  scope: 'all' | 'hand',
  terms: Terms,
): Promise<VerdictInput> => {
  const earlier = await sealedMainRuns(
    tx,
    action.audience.leaveOutReached ? { campaignId: campaign.id } : { actionId: action.id },
  );
  const zone = await tx.selectFrom('installation').select('timeZone').executeTakeFirst();
  const now = needs.clock.now();
  return {
    audience: terms.audience,
    addressing: terms.addressing,
    scope,
    context: terms.gate,
    gates: planningGates(earlier, await findPressureRules(tx), now),
    rules: await loadAudience(tx, needs.ruleFields, terms.audience),
    copySource: terms.audience.copyOf ? copySource(terms.audience.copyOf) : null,
    now,
    timeZone: zone?.timeZone ?? 'UTC',
  };
};
