import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { whyInRun as whyEndpoint } from '../../../contract/why.ts';
import { languageOf } from '../../platform/http/problem.ts';
import type { Exchange } from '../../platform/http/route.ts';
import { type Actor, authorise } from '../access/index.ts';
import { whySince } from '../audiences/index.ts';
import { earlierQuestion } from './earlier-question.ts';
import { showLinesThen, showParty } from './line-then.views.ts';
import type { PlanningNeeds } from './planning.ts';
import { getRunRow } from './run.store.ts';

/** Why in, why out of a list that stands: from what was written down, and beside it what the same question would answer now. */
export const whyInRun = async (
  needs: PlanningNeeds,
  actor: Actor,
  { id, partyKind, partyId }: InputOf<typeof whyEndpoint>,
  { request }: Exchange,
): Promise<OutputOf<typeof whyEndpoint>> => {
  authorise(actor, 'campaign.see');
  const { db } = needs;
  const run = await getRunRow(db, id);
  const party = await showParty(db, { kind: partyKind, id: partyId });
  const [{ lines: then, underAnother }, { question, edited }] = await Promise.all([
    showLinesThen(db, run, party),
    earlierQuestion(needs, db, run),
  ]);
  const asked = { kind: party.kind, id: party.id, there: party.name !== null };
  const { rules, lines } = await whySince(db, question, asked, then, languageOf(request));
  return {
    run: {
      id: run.id,
      mode: run.mode,
      state: run.state,
      generatedAt: run.generatedAt?.toISOString() ?? null,
      sealedAt: run.sealedAt?.toISOString() ?? null,
    },
    party: { ...party, merged: party.merged || underAnother },
    edited,
    rules,
    lines,
  };
};
