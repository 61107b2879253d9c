import { type RawBuilder, sql } from 'kysely';
import type { RulePartyKind } from '../../../contract/audience.ts';
import { type Compiling, compileRule, inSegment } from './compile-rule.ts';
import { dayIn } from './model/day.ts';
import type { VerdictInput } from './verdict-input.ts';

type Sql = RawBuilder<unknown>;
type Condition = RawBuilder<boolean>;

export const compilingOf = ({ rules, now, timeZone }: VerdictInput): Compiling => ({
  ...rules,
  today: dayIn(now, timeZone),
});

const kindOf = ({ rules }: VerdictInput, segmentId: string) => rules.segments.get(segmentId)?.partyKind;

/** What selects parties of this kind, as conditions of which one must hold. */
const selecting = (input: VerdictInput, kind: RulePartyKind): Condition[] => {
  if (input.scope === 'hand') return [];
  const { include, rule } = input.audience;
  const context = compilingOf(input);
  const segments = include.filter((id) => kindOf(input, id) === kind).map((id) => inSegment(id, kind, context));
  return rule?.partyKind === kind ? [...segments, compileRule(rule.tree, kind, context)] : segments;
};

/** Whether the person, or the firm, is in one of the excluded segments; a person also through his firm. */
export const excluded = (input: VerdictInput, kind: RulePartyKind): Condition => {
  const segments = input.audience.exclude.filter((id) => kind === 'contact' || kindOf(input, id) === 'company');
  if (segments.length === 0) return sql`false`;
  return sql`(${sql.join(
    segments.map((id) => inSegment(id, kind, compilingOf(input))),
    sql` or `,
  )})`;
};

export const PEOPLE = sql`contact as person left join company as firm on firm.id = person.company_id`;
export const FIRMS = sql`company as firm`;
export const ID = { contact: sql`person.id`, company: sql`firm.id` };

const pickOf = (input: VerdictInput, kind: RulePartyKind) => sql`
  left join hand_pick as pick
    on pick.action_id = ${input.context.actionId}::uuid and pick.party_kind = ${sql.lit(kind)} and pick.party_id = ${ID[kind]}`;

const isNear = ({ near = null }: VerdictInput, kind: RulePartyKind) =>
  near === null ? sql`true` : sql`${ID[kind]} = any(${near[kind]}::uuid[])`;

/** Whom the rules select, with `pick` beside; null when no rule selects parties of this kind. */
export const selected = (input: VerdictInput, kind: RulePartyKind): { from: Sql; where: Condition } | null => {
  const conditions = selecting(input, kind);
  if (conditions.length === 0) return null;
  return {
    from: sql`${kind === 'contact' ? PEOPLE : FIRMS} ${pickOf(input, kind)}`,
    where: sql`(${sql.join(conditions, sql` or `)}) and (${excluded(input, kind)}) is not true and ${isNear(input, kind)}`,
  };
};

export const selectsFirms = (input: VerdictInput): boolean => selecting(input, 'company').length > 0;

const columns = (kind: RulePartyKind, rank: number) => sql`
  ${ID[kind]} as party_id, ${kind === 'contact' ? sql`person.company_id` : sql`firm.id`} as company_id, ${sql.lit(rank)} as origin_rank`;
const REMOVED = sql`coalesce(pick.pick = 'removed', false) as removed`;
const NOT_ADDED = sql`pick.pick is distinct from 'added'`;

const byHand = ({ context }: VerdictInput, kind: RulePartyKind): Sql => sql`
  select ${columns(kind, 0)}, false as removed
  from hand_pick as pick join ${kind === 'contact' ? sql`contact as person on person.id` : sql`company as firm on firm.id`} = pick.party_id
  where pick.action_id = ${context.actionId}::uuid and pick.party_kind = ${sql.lit(kind)} and pick.pick = 'added'`;

const byRule = (input: VerdictInput, kind: RulePartyKind): Sql[] => {
  const found = selected(input, kind);
  return found === null
    ? []
    : [sql`select ${columns(kind, 1)}, ${REMOVED} from ${found.from} where ${found.where} and ${NOT_ADDED}`];
};

const byCopy = (input: VerdictInput, kind: RulePartyKind): Sql[] => {
  const { copySource = null, audience, scope } = input;
  if (audience.copyOf === null || copySource === null || scope === 'hand') return [];
  return [
    sql`select ${columns(kind, 2)}, ${REMOVED} from ${kind === 'contact' ? PEOPLE : FIRMS} ${pickOf(input, kind)}
      where ${ID[kind]} in (select copied.party_id from (${copySource}) as copied where copied.party_kind = ${sql.lit(kind)})
      and (${excluded(input, kind)}) is not true and ${NOT_ADDED} and ${isNear(input, kind)}`,
  ];
};

/** Whoever is meant, by hand (0), by rule (1) or as a copy (2): `party_id, company_id, origin_rank, removed`. */
export const candidates = (input: VerdictInput, kind: RulePartyKind): Sql =>
  sql.join([byHand(input, kind), ...byRule(input, kind), ...byCopy(input, kind)], sql` union all `);

/** Only those added by hand. */
export const handCandidates = byHand;
