import { sql } from 'kysely';
import { reachesOut } from '../../../contract/campaigns.ts';
import type { RunId } from '../../../contract/ids.ts';
import type { PressureRule } from '../../../contract/pressure.ts';
import { consentGates, type Gate } from '../consent/index.ts';
import { holdoutGate } from './holdout-gate.ts';
import { pressureGate } from './pressure-gate.ts';

/** Whoever was planned in one of these runs has had this: never twice, over all runs of the action. */
const alreadyInCampaign = (earlier: readonly RunId[]): Gate => {
  const same = sql`p.run_id in (${sql.join(earlier)}) and p.verdict = 'planned' and p.role = line.role and p.asset_id is not distinct from line.asset_id
    and p.party_kind = line.party_kind`;
  const theirs = sql`recipient p where ${same} and p.party_id = line.party_id`;
  // Under the id of a record that was merged into theirs.
  const before = sql`recipient p join (
      select old_id, contact_id as id from contact_alias union all select old_id, company_id from company_alias union all select old_id, lead_id from lead_alias
    ) alias on alias.old_id = p.party_id where ${same} and alias.id = line.party_id`;
  return {
    reason: 'already_in_campaign',
    refuses: () =>
      earlier.length === 0 ? null : sql`(exists (select from ${theirs}) or exists (select from ${before}))`,
    seen: () =>
      sql`coalesce((select p.run_id::text from ${theirs} limit 1), (select p.run_id::text from ${before} limit 1))`,
  };
};

/** About the same assets, where lines are about assets. */
const about = (line: 'p' | 'line') =>
  sql`coalesce(${sql.ref(`${line}.asset_id`)}::text, ${sql.ref(`${line}.asset_ids`)}::text, '')`;

/** An address that is to get one message for all who share it has had it by whoever was planned in one of these runs. */
const addressReached = (earlier: readonly RunId[]): Gate => {
  const reached = sql`recipient p where p.run_id in (${sql.join(earlier)}) and p.verdict = 'planned' and p.address_key is not null`;
  const theirs = sql`select from ${reached} and p.address_key = line.address_key and ${about('p')} = ${about('line')}`;
  // Of a million the addresses are gathered once.
  const all = sql`(line.address_key, ${about('line')}) in (select p.address_key, ${about('p')} from ${reached})`;
  return {
    reason: 'duplicate_address',
    refuses: ({ channel, sharedAddress, single }) =>
      earlier.length === 0 || sharedAddress !== 'one' || !reachesOut(channel)
        ? null
        : single
          ? sql`exists (${theirs})`
          : sql`coalesce(${all}, false)`,
    passes: () => sql`not exists (${theirs})`,
    seen: () => sql`line.address`,
  };
};

/** Every gate of planning. */
export const planningGates = (
  earlier: readonly RunId[],
  pressure: readonly PressureRule[],
  now: Date,
  except: RunId | null = null,
): Gate[] => [
  alreadyInCampaign(earlier),
  ...consentGates,
  addressReached(earlier),
  pressureGate(pressure, { now, except }),
  holdoutGate,
];
