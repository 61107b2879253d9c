import { type RawBuilder, sql } from 'kysely';
import { reachesOut } from '../../../contract/campaigns.ts';
import { consentFacts, consentRecordFor, type Gate, type GateContext } from '../consent/index.ts';
import { namesAssets } from './candidates.ts';
import { linesOf } from './lines.ts';
import { orderGates, sharesAddress } from './own-gates.ts';
import type { VerdictInput } from './verdict-input.ts';

/** Keeps the planner from merging a level into the next, where it would work out each gate again at every mention. */
const FENCE = sql`offset 0`;

const refusals = (gates: readonly Gate[], context: GateContext) =>
  gates.map((gate) => sql`when ${gate.refuses(context)} then ${sql.lit(gate.reason)}`);

/** The lines with what the gates of consent know of their parties, each gathered once for all. */
const withFacts = (input: VerdictInput): RawBuilder<unknown> => {
  const { joins, columns } = consentFacts(input.context);
  return sql`select line.*, ${columns} from (${linesOf(input)}) as line ${joins}`;
};

const withEarlyRefusal = (gates: readonly Gate[], input: VerdictInput): RawBuilder<unknown> => {
  const refusal = sql`case ${sql.join(refusals(gates, input.context), sql` `)} end`;
  return sql`select line.*, ${refusal} as early from (${withFacts(input)}) as line ${FENCE}`;
};

/**
 * Numbers the lines of one address (about the same assets, where lines are about assets), among those that every gate before let pass: whoever was added by hand first, then the oldest record.
 * Few addresses are shared, and only their lines are sorted.
 */
const withPlace = (lines: RawBuilder<unknown>, about: RawBuilder<unknown>): RawBuilder<unknown> => {
  const isShared = sql`line.early is null and line.address_key in (select shared.address_key from shared)`;
  return sql`
    with judged as materialized (${lines}), shared as materialized (
      select address_key from judged where early is null and address_key is not null group by address_key having count(*) > 1
    )
    select line.*, 1::bigint as place from judged as line where (${isShared}) is not true
    union all
    select line.*, row_number() over (
      partition by line.address_key collate "C"${about} order by line.origin <> 'hand', line.party_id, line.party_kind
    ) as place from judged as line where ${isShared}`;
};

/** The lines with the first of the early gates that refuses, and their place at a shared address. */
export const linesAtGates = (input: VerdictInput, early: readonly Gate[]): RawBuilder<unknown> => {
  const judged = withEarlyRefusal(early, input);
  const about = namesAssets(input) ? sql`, line.asset_id, line.asset_ids` : sql``;
  return sharesAddress(input.context) ? withPlace(judged, about) : judged;
};

const withReason = (late: readonly Gate[], shared: boolean, context: GateContext, lines: RawBuilder<unknown>) => {
  const cases = [
    sql`when line.early is not null then line.early`,
    ...(shared ? [sql`when line.place > 1 then 'duplicate_address'`] : []),
    ...refusals(late, context),
  ];
  return sql`select line.*, case ${sql.join(cases, sql` `)} end as reason from (${lines}) as line ${FENCE}`;
};

const seenBy = (gates: readonly Gate[], context: GateContext): RawBuilder<string | null> => {
  const cases = gates.map(({ reason, seen }) => sql`when ${sql.lit(reason)} then ${seen(context)}`);
  return sql`case line.reason ${sql.join(cases, sql` `)} when 'duplicate_address' then line.address end`;
};

/** The same question, to be asked of lines that bring what is joined to them. */
export const joined = (input: VerdictInput): VerdictInput => ({
  ...input,
  context: { ...input.context, joined: true },
});

/**
 * THE statement behind preview, plan and why: one row per recipient line of data.md with its verdict, in no particular order. Columns:
 * party_kind, party_id, role, asset_id, asset_ids, company_id, address, address_key, language, origin ('hand' | 'rule' | 'copy'), verdict
 * ('planned' | 'excluded'), reason (the first gate that refuses), seen (what that gate saw), consent_record_id.
 */
export const verdictQuery = (asked: VerdictInput): RawBuilder<unknown> => {
  const input = joined(asked);
  const { context } = input;
  const proof = reachesOut(context.channel) ? consentRecordFor(context) : sql`null::bigint`;
  const { early, late } = orderGates(input);
  const shared = sharesAddress(context);
  const lines = withReason(late, shared, context, linesAtGates(input, early));
  return sql`select line.party_kind, line.party_id, line.role, line.asset_id, line.asset_ids, line.company_id, line.address, line.address_key,
    line.language, line.origin, case when line.reason is null then 'planned' else 'excluded' end as verdict, line.reason,
    ${seenBy([...early, ...late], context)} as seen,
    case when line.reason is null then ${proof} end as consent_record_id
    from (${lines}) as line`;
};
