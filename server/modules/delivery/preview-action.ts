import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { ActionId, ContactId } from '../../../contract/ids.ts';
import type {
  countAction as countEndpoint,
  previewAction as previewEndpoint,
  whyParty as whyEndpoint,
} from '../../../contract/runs.ts';
import { abandoned } from '../../platform/http/abandoned.ts';
import { languageOf } from '../../platform/http/problem.ts';
import type { Exchange } from '../../platform/http/route.ts';
import { type Actor, authorise } from '../access/index.ts';
import { countAudience, previewAudience, whyPerson } from '../audiences/index.ts';
import { getCampaignForRun } from '../campaigns/index.ts';
import type { PlanningNeeds } from './planning.ts';
import { planningOf, termsOf } from './planning.ts';

/** The waterfall as it would be planned now, by the very statement that plans; writes nothing. */
export const previewAction = async (
  needs: PlanningNeeds,
  actor: Actor,
  input: InputOf<typeof previewEndpoint>,
  exchange: Exchange,
): Promise<OutputOf<typeof previewEndpoint>> => {
  authorise(actor, 'campaign.see');
  const startedAt = performance.now();
  const planning = await planningFor(needs, input.id, input.scope);
  const preview = await previewAudience(needs.db, planning, abandoned(exchange));
  return { ...preview, ms: performance.now() - startedAt };
};

/** The number alone, which needs nobody's reason. */
export const countAction = async (
  needs: PlanningNeeds,
  actor: Actor,
  input: InputOf<typeof countEndpoint>,
  exchange: Exchange,
): Promise<OutputOf<typeof countEndpoint>> => {
  authorise(actor, 'campaign.see');
  const startedAt = performance.now();
  const planned = await countAudience(needs.db, await planningFor(needs, input.id, input.scope), abandoned(exchange));
  return { planned, ms: performance.now() - startedAt };
};

export const whyParty = async (
  needs: PlanningNeeds,
  actor: Actor,
  input: InputOf<typeof whyEndpoint>,
  { request }: Exchange,
): Promise<OutputOf<typeof whyEndpoint>> => {
  authorise(actor, 'campaign.see');
  const party = { kind: input.partyKind, id: input.partyId };
  return whyPerson(needs.db, await planningFor(needs, input.id, 'all'), party, languageOf(request));
};

const planningFor = async (needs: PlanningNeeds, actionId: ActionId, scope: 'all' | 'hand') => {
  const subject = await getCampaignForRun(needs.db, actionId);
  return planningOf(needs, needs.db, subject, scope, await termsOf(needs.db, subject));
};

/** Somebody whose data can fill a test: the first person the audience has, or anybody. */
export const previewSample = async (needs: PlanningNeeds, actionId: ActionId): Promise<ContactId | null> => {
  const { sample } = await previewAudience(needs.db, await planningFor(needs, actionId, 'all'));
  const person = sample.find((one) => one.partyKind === 'contact');
  if (person) return person.partyId as unknown as ContactId;
  const { rows } = await sql<{ id: ContactId }>`select id from contact order by created_at limit 1`.execute(needs.db);
  return rows[0]?.id ?? null;
};
