import { sql } from 'kysely';
import type { Tx } from '../../platform/database/open-database.ts';
import type { GateContext } from './model/gate.ts';
import type { LineAtGate } from './model/line-at-gate.ts';

/**
 * The lines of which a glance at the indexes shows that no gate can refuse them: a person under the frozen address, nowhere in any
 * suppression or opt-out, with consent given and none withdrawn. Nearly everybody is; whoever is not here is judged by the gates
 * themselves, which cost thirty times as much. It may err on one side only.
 */
export const plainlyAllowed = async (
  tx: Tx,
  context: GateContext,
  lines: readonly LineAtGate[],
): Promise<Set<number>> => {
  if (context.channel !== 'email') return new Set();
  const mine = sql`c.topic_id = ${context.topicId}::uuid and c.channel = ${context.channel} and c.party_id = line.party_id`;
  const consented =
    context.basis === 'consent'
      ? sql`and exists (select from consent c where ${mine} and c.party_kind = 'contact' and c.address_key in ('', line.address_key)
          and c.decision = 'given')`
      : sql``;
  const { rows } = await sql<{ no: number }>`
    select line.no
    from unnest(${lines.map((l) => l.no)}::int[], ${lines.map((l) => l.partyKind)}::text[], ${lines.map((l) => l.partyId)}::uuid[],
      ${lines.map((l) => l.role)}::text[], ${lines.map((l) => l.addressKey)}::text[]) as line (no, party_kind, party_id, role, address_key)
    where line.party_kind = 'contact' and line.role = 'own'
      and (select p.email_key = line.address_key from contact p where p.id = line.party_id)
      and not exists (select from suppression s where s.lifted_at is null and s.value = line.address_key)
      and not exists (select from suppression s where s.lifted_at is null and s.value = substring(line.address_key from '[^@]*$'))
      and not exists (select from opt_out o where o.lifted_at is null and o.address_key = line.address_key)
      and not exists (select from opt_out o where o.lifted_at is null and o.party_id = line.party_id)
      and not exists (select from consent c where ${mine} and c.decision = 'withdrawn') ${consented}`.execute(tx);
  return new Set(rows.map((row) => row.no));
};
