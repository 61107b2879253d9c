import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { rehearseInvoices as endpoint } from '../../../contract/invoices.ts';
import { type Actor, authorise } from '../access/index.ts';
import { todayOf } from '../catalogue/index.ts';
import { type PlanningNeeds, plannedLines } from '../delivery/index.ts';
import { invoicesFor } from '../sales/index.ts';

/** How many invoices an action would issue and what they come to, before anything is. */
export const rehearseInvoices = async (
  needs: PlanningNeeds,
  actor: Actor,
  { id }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  const { subject, lines } = await plannedLines(needs, id);
  const day = await todayOf(needs.db, needs.clock);
  return invoicesFor(needs.db, { actionId: id, currency: subject.campaign.currency, day, lines });
};
