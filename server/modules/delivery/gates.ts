import { sql } from 'kysely';
import type { RunId } from '../../../contract/ids.ts';
import type { PressureRule } from '../../../contract/pressure.ts';
import { consentGates, type Gate } from '../consent/index.ts';
import { holdoutGate } from './holdout-gate.ts';
import { pressureGate } from './pressure-gate.ts';

/** Whoever was planned in one of these runs has had this: never twice, over all runs of the action. */
const alreadyInCampaign = (earlier: readonly RunId[]): Gate => {
  const theirs = sql`recipient p where p.run_id in (${sql.join(earlier)}) and p.verdict = 'planned' and p.party_id = line.party_id
    and p.party_kind = line.party_kind and p.role = line.role and p.asset_id is not distinct from line.asset_id`;
  return {
    reason: 'already_in_campaign',
    refuses: () => (earlier.length === 0 ? null : sql`exists (select from ${theirs})`),
    seen: () => sql`(select p.run_id::text from ${theirs} limit 1)`,
  };
};

/** Every gate of planning. */
export const planningGates = (earlier: readonly RunId[], pressure: readonly PressureRule[], now: Date): Gate[] => [
  alreadyInCampaign(earlier),
  ...consentGates,
  pressureGate(pressure, now),
  holdoutGate,
];
