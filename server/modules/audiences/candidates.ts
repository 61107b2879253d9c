import { type RawBuilder, sql } from 'kysely';
import { mayName, type RulePartyKind } from '../../../contract/audience.ts';
import type { Party } from '../../../contract/runs.ts';
import { compileRule, inSegment } from './compile-rule.ts';
import { ALIAS, type Compiling } from './compiling.ts';
import { dayIn } from './model/day.ts';
import type { VerdictInput } from './verdict-input.ts';

type Sql = RawBuilder<unknown>;
type Condition = RawBuilder<boolean>;
type PartyKind = Party['kind'];

export const compilingOf = ({ rules, now, timeZone, near = null }: VerdictInput): Compiling => ({
  ...rules,
  today: dayIn(now, timeZone),
  single: near !== null,
});

const kindOf = ({ rules }: VerdictInput, segmentId: string) => rules.segments.get(segmentId)?.partyKind;

/** What selects records of this kind, as conditions of which one must hold. */
const selecting = (input: VerdictInput, kind: RulePartyKind): Condition[] => {
  if (input.scope === 'hand') return [];
  const { include, rule } = input.audience;
  const context = compilingOf(input);
  const segments = include.filter((id) => kindOf(input, id) === kind).map((id) => inSegment(id, kind, context));
  return rule?.partyKind === kind ? [...segments, compileRule(rule.tree, kind, context)] : segments;
};

/** Whether the record is in one of the excluded segments; a person also through his firm, an asset also through its owner. */
export const excluded = (input: VerdictInput, kind: RulePartyKind): Condition => {
  const segments = input.audience.exclude.filter((id) => mayName(kind, kindOf(input, id) ?? kind));
  if (segments.length === 0) return sql`false`;
  return sql`(${sql.join(
    segments.map((id) => inSegment(id, kind, compilingOf(input))),
    sql` or `,
  )})`;
};

/** Where a rule of each kind is asked. */
export const FROM: Record<RulePartyKind, Sql> = {
  contact: sql`contact as person left join company as firm on firm.id = person.company_id`,
  company: sql`company as firm`,
  lead: sql`lead as prospect`,
  asset: sql`asset as thing left join contact as person on person.id = thing.contact_id
    left join company as firm on firm.id = coalesce(thing.company_id, person.company_id)`,
};
export const idOf = (kind: RulePartyKind): RawBuilder<string> => sql.ref(`${ALIAS[kind]}.id`);

const FIRM_OF: Record<PartyKind, Sql> = {
  contact: sql`person.company_id`,
  company: sql`firm.id`,
  lead: sql`null::uuid`,
};

const pickOf = (input: VerdictInput, kind: PartyKind, id: Sql) => sql`
  left join hand_pick as pick
    on pick.action_id = ${input.context.actionId}::uuid and pick.party_kind = ${sql.lit(kind)} and pick.party_id = ${id}`;

const isNear = ({ near = null }: VerdictInput, kind: PartyKind, id: Sql) =>
  near === null ? sql`true` : sql`${id} = any(${near[kind]}::uuid[])`;

/** Whom the rules select, with `pick` beside; null when no rule selects parties of this kind. */
export const selected = (input: VerdictInput, kind: PartyKind): { from: Sql; where: Condition } | null => {
  const conditions = selecting(input, kind);
  if (conditions.length === 0) return null;
  const out = input.audience.exclude.length === 0 ? sql`true` : sql`(${excluded(input, kind)}) is not true`;
  return {
    from: sql`${FROM[kind]} ${pickOf(input, kind, idOf(kind))}`,
    where: sql`(${sql.join(conditions, sql` or `)}) and ${out} and ${isNear(input, kind, idOf(kind))}`,
  };
};

/** Whether lines may be about assets: selected by a rule, or copied with the group. */
export const namesAssets = (input: VerdictInput): boolean =>
  input.audience.copyOf !== null || selecting(input, 'asset').length > 0;

/** Whether anything but people is selected by rules. */
export const selectsOthers = (input: VerdictInput): boolean =>
  (['company', 'lead', 'asset'] as const).some((kind) => selecting(input, kind).length > 0);

const NONE = sql`null::uuid`;
/** `asset`: the line is about it alone; `listed`: it is among those that the line lists. */
const columns = (kind: PartyKind, rank: Sql, { asset = NONE, listed = NONE } = {}) => sql`
  ${idOf(kind)} as party_id, ${FIRM_OF[kind]} as company_id, ${rank} as origin_rank, ${asset} as asset_id, ${listed} as listed`;
const REMOVED = sql`coalesce(pick.pick = 'removed', false) as removed`;
const NOT_ADDED = sql`pick.pick is distinct from 'added'`;

const RANK = { hand: 0, rule: 1, copy: 2, import: 3 } as const;
const ranked = (origin: keyof typeof RANK) => sql.lit(RANK[origin]);
/** By the rank of a candidate. */
export const ORIGINS = sql`array[${sql.join(Object.keys(RANK).map((origin) => sql.lit(origin)))}]`;
const TABLE: Record<PartyKind, Sql> = {
  contact: sql`contact as person`,
  company: sql`company as firm`,
  lead: sql`lead as prospect`,
};

/** Added by hand, or brought in as a ready list; with the scope `hand` only the former. */
const byHand = ({ context, scope }: VerdictInput, kind: PartyKind): Sql => sql`
  select ${columns(kind, sql`case pick.origin when 'hand' then ${ranked('hand')} else ${ranked('import')} end`)}, false as removed
  from hand_pick as pick join ${TABLE[kind]} on ${idOf(kind)} = pick.party_id
  where pick.action_id = ${context.actionId}::uuid and pick.party_kind = ${sql.lit(kind)} and pick.pick = 'added'
    and ${scope === 'hand' ? sql`pick.origin = 'hand'` : sql`true`}`;

const byRule = (input: VerdictInput, kind: PartyKind): Sql[] => {
  const found = selected(input, kind);
  return found === null
    ? []
    : [
        sql`select ${columns(kind, ranked('rule'))}, ${REMOVED} from ${found.from} where ${found.where} and ${NOT_ADDED}`,
      ];
};

/** The owner of each asset that the rules select: its person, or else its firm. */
const byAsset = (input: VerdictInput, kind: PartyKind): Sql[] => {
  const conditions = selecting(input, 'asset');
  if (conditions.length === 0 || kind === 'lead') return [];
  const owner = kind === 'contact' ? sql`thing.contact_id` : sql`thing.company_id`;
  const whose = kind === 'contact' ? sql`person.id is not null` : sql`thing.contact_id is null and firm.id is not null`;
  const which = input.audience.perAsset ? { asset: sql`thing.id` } : { listed: sql`thing.id` };
  return [
    sql`select ${columns(kind, ranked('rule'), which)}, ${REMOVED}
      from ${FROM.asset} ${pickOf(input, kind, owner)}
      where (${sql.join(conditions, sql` or `)}) and ${whose} and (${excluded(input, 'asset')}) is not true
        and ${isNear(input, kind, owner)}`,
  ];
};

const byCopy = (input: VerdictInput, kind: PartyKind): Sql[] => {
  const { copySource = null, audience, scope } = input;
  if (audience.copyOf === null || copySource === null || scope === 'hand') return [];
  const which = audience.perAsset
    ? { asset: sql`copied.asset_id`, listed: sql`copied.listed` }
    : { listed: sql`coalesce(copied.listed, copied.asset_id)` };
  return [
    sql`select ${columns(kind, ranked('copy'), which)}, ${REMOVED} from ${FROM[kind]} ${pickOf(input, kind, idOf(kind))}
      join (${copySource}) as copied on copied.party_kind = ${sql.lit(kind)} and copied.party_id = ${idOf(kind)}
      where (${excluded(input, kind)}) is not true and ${NOT_ADDED} and ${isNear(input, kind, idOf(kind))}`,
  ];
};

/** Whoever is meant, by hand, by rule, as a copy or brought in: `party_id, company_id, origin_rank, asset_id, listed, removed`. */
export const candidates = (input: VerdictInput, kind: PartyKind): Sql =>
  sql.join(
    [byHand(input, kind), ...byRule(input, kind), ...byAsset(input, kind), ...byCopy(input, kind)],
    sql` union all `,
  );

/** Only those added by hand or brought in. */
export const handCandidates = byHand;
