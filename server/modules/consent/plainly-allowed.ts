import { type RawBuilder, sql } from 'kysely';
import type { GateContext } from './model/gate.ts';

/**
 * Whether a glance at the indexes shows that no gate can refuse this line: a person under the frozen address, nowhere in any suppression
 * or opt-out, with consent given and none withdrawn. Nearly everybody is; whoever is not here is judged by the gates themselves, which
 * cost thirty times as much. It may err on one side only. `asJudged`: no consent was withdrawn since the gates judged the line, so it is not
 * looked up again. Speaks of the aliases `line` (party_kind, party_id, role, address_key) and `person`, the contact of its id.
 */
export const plainlyAllowed = (context: GateContext, asJudged: RawBuilder<boolean>): RawBuilder<boolean> => {
  if (context.channel !== 'email') return sql`false`;
  const theirs = sql`consent c where c.topic_id = ${context.topicId}::uuid and c.channel = ${context.channel} and c.party_id = line.party_id`;
  const agreed =
    context.basis === 'consent'
      ? sql`(select bool_and(c.decision = 'given' and c.party_kind = 'contact' and c.address_key in ('', line.address_key)) from ${theirs})`
      : sql`not exists (select from ${theirs} and c.decision = 'withdrawn')`;
  return sql`(line.party_kind = 'contact' and line.role = 'own'
    and person.email_key = line.address_key
    and not exists (
      select from suppression s where s.lifted_at is null and s.value = any(array[line.address_key, split_part(line.address_key, '@', -1)])
    )
    and not exists (select from opt_out o where o.lifted_at is null and o.address_key = line.address_key)
    and not exists (select from opt_out o where o.lifted_at is null and o.party_id = line.party_id)
    and (${asJudged} or ${agreed}))`;
};
