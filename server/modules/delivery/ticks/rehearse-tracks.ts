import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import { type rehearseTracks as endpoint, REHEARSAL_LIMIT } from '../../../../contract/tracks.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { findPressureRules } from '../../audiences/index.ts';
import { matchesAudience, rehearse, walkOf } from '../../campaigns/index.ts';
import type { PlanningNeeds } from '../planning.ts';
import { pressureApplies } from '../pressure-gate.ts';

/** What one person will receive and when: the same model that the ticks go by, under a simulated clock. */
export const rehearseTracks = async (
  needs: PlanningNeeds,
  actor: Actor,
  { id, contactId, from }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  const { db } = needs;
  const now = from === undefined ? needs.clock.now() : new Date(from);
  const walk = await walkOf(db, id, contactId, now);
  const pressure = (await findPressureRules(db)).filter((rule) => pressureApplies(rule, { channel: 'email', ...walk }));
  const [touches, matches] = [
    pressure.length === 0 ? [] : await touchesOf(db, contactId),
    await matchesAudience(needs, id, contactId),
  ];
  const calendar = rehearse({ ...walk, pressure, touches }, REHEARSAL_LIMIT);
  return {
    timeZone: walk.zone,
    matches,
    messages: calendar.map(({ at, heldFrom, step, message }) => ({
      ...message,
      at: at.toISOString(),
      heldFrom: heldFrom?.toISOString() ?? null,
      step,
    })),
  };
};

const touchesOf = async (db: Db, contactId: string): Promise<Date[]> => {
  const { rows } = await sql<{ at: Date }>`
    select at from touch where party_id = ${contactId} and at > now() - interval '366 days' order by at desc limit 1000`.execute(
    db,
  );
  return rows.map(({ at }) => at);
};
