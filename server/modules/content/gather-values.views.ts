import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { mergeFieldFragments, presentId, presentIdOfMany } from '../crm/index.ts';
import { ASSET, ASSETS, type FieldKind } from './model/liquid/names.ts';

export interface LineParty {
  no: number;
  partyKind: string;
  partyId: string;
  companyId: string | null;
  /** The assets it is about, as the text of an array; without, whatever its party owns. */
  about?: string | null;
}

export type MergeValues = (string | null)[];

/** The fields that a recipient brings, with their types. */
export const recipientFields = async (db: Db | Tx): Promise<Map<string, FieldKind>> => {
  const fragments = await mergeFieldFragments(db);
  const kinds = [...fragments.values()].map(({ name, entity, type, currency }): [string, FieldKind] => [
    name,
    { type, currency, perAsset: entity === ASSET },
  ]);
  return new Map([...kinds, [ASSETS, { type: 'text', currency: null, perAsset: true }]]);
};

/** How values are gathered in any statement that has the alias `line` (party_kind, party_id, company_id, about): an array of texts, and the joins it needs. */
export interface Merge {
  values: RawBuilder<MergeValues>;
  joins: RawBuilder<unknown>;
  /** The same of lines of contacts that stand under their own id, each as `person`; whoever was merged into another is left out. */
  plainJoins: RawBuilder<unknown>;
}

/**
 * Only the columns asked for, in the order of the fields, null where there is none; what the fields are is looked up once. A contact or a
 * company that was merged into another gives the other's data.
 */
export const createMerge = async (db: Db | Tx, fields: readonly string[]): Promise<Merge> => {
  if (fields.length === 0) return { values: sql`'{}'::text[]`, joins: sql``, plainJoins: PLAIN_PERSON };
  const { columns, assets } = await columnsOf(db, fields);
  return {
    values: sql`array[${sql.join(columns)}]::text[]`,
    joins: sql`${PARTY} ${assets}`,
    plainJoins: sql`${PLAIN_PERSON} ${ITS_FIRM} ${assets}`,
  };
};

/** The same values of a whole audience, an expression for each field. */
export const createColumns = async (
  db: Db | Tx,
  fields: readonly string[],
): Promise<{ columns: readonly RawBuilder<unknown>[]; joins: RawBuilder<unknown> }> => {
  const { columns, assets } = await columnsOf(db, fields);
  return { columns, joins: sql`${MANY_PARTIES} ${assets}` };
};

const columnsOf = async (db: Db | Tx, fields: readonly string[]) => {
  const fragments = await mergeFieldFragments(db);
  const ofAssets: RawBuilder<unknown>[] = [];
  const columns = fields.map((name): RawBuilder<unknown> => {
    const fragment = fragments.get(name === ASSETS ? 'asset.name' : name);
    if (fragment?.entity === 'asset') return sql.ref(`belonging.${columnOf(ofAssets.push(fragment.sql('thing')) - 1)}`);
    return fragment ? fragment.sql(fragment.entity === 'contact' ? 'person' : 'firm') : sql`null::text`;
  });
  return { columns, assets: belongings(ofAssets) };
};

const FIRM = sql`(case line.party_kind when 'company' then line.party_id else coalesce(line.company_id, person.company_id) end)`;
/** Most people have none, and nobody looks for what it was merged into. */
const ITS_FIRM = sql`left join company as firm on firm.id = case when ${FIRM} is not null then ${presentId('company', FIRM)} end`;
const PARTY = sql`
  left join contact as person on line.party_kind = 'contact' and person.id = ${presentId('contact', sql`line.party_id`)} ${ITS_FIRM}`;
/** A record that was merged away is gone: whoever is found by the id need not be looked for under another. */
const PLAIN_PERSON = sql`join contact as person on line.party_kind = 'contact' and person.id = line.party_id`;

/** Of hundreds of thousands of lines: a look-up for each would cost more than all the rest. */
const [PERSON_NOW, FIRM_NOW] = [
  presentIdOfMany('contact', sql`line.party_id`, 'person_now'),
  presentIdOfMany('company', FIRM, 'firm_now'),
];
const MANY_PARTIES = sql`
  ${PERSON_NOW.join} left join contact as person on line.party_kind = 'contact' and person.id = ${PERSON_NOW.id}
  ${FIRM_NOW.join} left join company as firm on firm.id = ${FIRM_NOW.id}`;

const columnOf = (no: number) => `a${no}`;

/** A firm with thousands of vehicles is told of so many. */
const MOST_ASSETS = 500;

/** `thing` is the person's or the firm's, or kept by somebody of the firm. */
const OWNED = sql`(thing.contact_id = person.id or coalesce(thing.company_id, keeper.company_id) = firm.id)`;

/**
 * What each field says of the assets, a list of texts for each. Those the line is about, as long as they are still its party's (they may
 * have been sold or disposed of since it was planned); of a line that is about none, all that its party owns.
 */
const belongings = (fields: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => {
  if (fields.length === 0) return sql``;
  const lists = fields.map(
    (field, no) =>
      sql`jsonb_agg(${field} order by thing.name collate human, thing.identifier collate human, thing.id)::text as ${sql.ref(columnOf(no))}`,
  );
  return sql`
    left join lateral (
      select ${sql.join(lists)} from (
        select thing.* from asset as thing left join contact as keeper on keeper.id = thing.contact_id
        where thing.disposed_on is null and case when line.about is null
            then (case line.party_kind when 'contact' then thing.contact_id = person.id else thing.company_id = firm.id end)
            else thing.id = any(line.about::uuid[]) and ${OWNED} end
        order by thing.name collate human, thing.identifier collate human, thing.id limit ${MOST_ASSETS}
      ) as thing
    ) as belonging on true`;
};

/** At a glance: the line `line` is about nothing, or about something that this very person has and has not disposed of. It may err on one side only. */
export const plainlyOwns = sql<boolean>`(line.about is null
  or exists (select from asset as thing where thing.id = any(line.about::uuid[]) and thing.contact_id = line.party_id and thing.disposed_on is null))`;

/** Lines that are about assets of which none is their party's any more, or none that is not disposed of. */
export const findAssetless = async (
  db: Db | Tx,
  lines: readonly LineParty[],
): Promise<Map<number, 'asset_gone' | 'asset_disposed'>> => {
  const about = lines.filter((line) => typeof line.about === 'string');
  if (about.length === 0) return new Map();
  const { rows } = await sql<{ no: number; owned: boolean }>`
    select line.no, coalesce(had.owned, false) as owned from ${linesOf(about)} ${PARTY} left join lateral (
      select true as owned, bool_and(thing.disposed_on is not null) as disposed
      from asset as thing left join contact as keeper on keeper.id = thing.contact_id
      where thing.id = any(line.about::uuid[]) and ${OWNED} having count(*) > 0
    ) as had on true
    where coalesce(had.disposed, true)`.execute(db);
  return new Map(rows.map(({ no, owned }) => [no, owned ? 'asset_disposed' : 'asset_gone']));
};

const linesOf = (lines: readonly LineParty[]) => sql`
  unnest(${lines.map((line) => line.no)}::int[], ${lines.map((line) => line.partyKind)}::text[], ${lines.map((line) => line.partyId)}::uuid[],
    ${lines.map((line) => line.companyId)}::uuid[], ${lines.map((line) => line.about ?? null)}::text[])
    as line (no, party_kind, party_id, company_id, about)`;

/** One list for every line, in the order of the lines. */
export const gatherValues = async (
  db: Db | Tx,
  lines: readonly LineParty[],
  fields: readonly string[],
): Promise<MergeValues[]> => {
  const { values, joins } = await createMerge(db, fields);
  const { rows } = await sql<{ no: number; merged: MergeValues }>`
    select line.no, ${values} as merged
    from ${linesOf(lines)} ${joins}`.execute(db);
  const found = new Map(rows.map(({ no, merged }) => [no, merged]));
  return lines.map(({ no }) => found.get(no) ?? fields.map(() => null));
};
