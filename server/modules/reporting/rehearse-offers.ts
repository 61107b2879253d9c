import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { rehearseOffers as endpoint } from '../../../contract/offers.ts';
import { type Actor, authorise } from '../access/index.ts';
import { type PlanningNeeds, plannedLines } from '../delivery/index.ts';
import { firmsReachedAgain } from '../sales/index.ts';

/** What is worth knowing before an action makes offers. */
export const rehearseOffers = async (
  needs: PlanningNeeds,
  actor: Actor,
  { id }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  const { lines } = await plannedLines(needs, id);
  return { firmsOfferedAgain: await firmsReachedAgain(needs.db, lines) };
};
