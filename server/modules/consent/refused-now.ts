import { sql } from 'kysely';
import type { Tx } from '../../platform/database/open-database.ts';
import { presentParty } from '../crm/index.ts';
import { consentGates } from './gates.ts';
import type { ExclusionReason, GateContext } from './model/gate.ts';
import type { LineAtGate } from './model/line-at-gate.ts';

export interface Refusal {
  reason: 'opted_out' | 'suppressed' | 'erased' | 'address_changed';
  /** What the gate saw, in short. */
  seen: string;
}

const DROPPED_AS: Partial<Record<ExclusionReason, Refusal['reason']>> = {
  suppressed_address: 'suppressed',
  suppressed_domain: 'suppressed',
};

const refusalsOf = (context: GateContext) =>
  consentGates.flatMap((gate) => {
    const refuses = gate.refuses(context);
    return refuses === null
      ? []
      : [{ reason: DROPPED_AS[gate.reason] ?? 'opted_out', refuses, seen: gate.seen(context) }];
  });

/**
 * Who of these lines may no longer be written to, asked in the intent's transaction after `passGate`. The same gates as at planning,
 * and besides: the party is gone, or its address is no longer the frozen one. `plainlyAllowed` spares most lines this.
 */
export const refusedNow = async (
  tx: Tx,
  context: GateContext,
  lines: readonly LineAtGate[],
): Promise<Map<number, Refusal>> => {
  if (lines.length === 0) return new Map();
  const refusals = refusalsOf(context);
  const present = presentParty.addressKey(context.channel);
  const moved = sql<boolean>`(line.address_key is not null and ${present} is distinct from line.address_key)`;
  const cases = (pick: (refusal: (typeof refusals)[number]) => unknown) =>
    sql.join(
      refusals.map((refusal) => sql`when ${refusal.refuses} then ${pick(refusal)}`),
      sql` `,
    );
  const { rows } = await sql<{ no: number } & Refusal>`
    with line as (
      select * from unnest(${lines.map((l) => l.no)}::int[], ${lines.map((l) => l.partyKind)}::text[], ${lines.map((l) => l.partyId)}::uuid[],
        ${lines.map((l) => l.role)}::text[], ${lines.map((l) => l.addressKey)}::text[]) as l (no, party_kind, party_id, role, address_key)
    ), judged as (
      select line.no,
        case when ${presentParty.gone} then 'erased' ${cases(({ reason }) => sql`${reason}::text`)} when ${moved} then 'address_changed' end as reason,
        case when ${presentParty.gone} then '' ${cases(({ seen }) => seen)} when ${moved} then ${present} end as seen
      from line ${presentParty.joins}
    )
    select no, reason, coalesce(seen, '') as seen from judged where reason is not null`.execute(tx);
  return new Map(rows.map(({ no, reason, seen }) => [no, { reason, seen }]));
};
