import { type RawBuilder, sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { Language } from '../../../contract/messages/index.ts';
import type { listMissingData } from '../../../contract/missing-data.ts';
import { keyset } from '../../platform/database/keyset.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { partyName } from '../audiences/index.ts';
import { createColumns, type NeededField } from '../content/index.ts';

/** Whom it would go to, and what each of them is told. */
export interface Asked {
  /** Lines with party_kind, party_id, company_id, asset_id, asset_ids, language, verdict. */
  lines: RawBuilder<unknown>;
  needed: readonly NeededField[];
  written: readonly Language[];
  defaultLanguage: Language;
}

const nameOf = (place: number) => `field_${place}`;
const valueAt = (place: number) => sql.ref(`line.${nameOf(place)}`);

/** What all of somebody's assets lack is a list of nothing. */
const isBlank = (perAsset: boolean, place: number): RawBuilder<boolean> =>
  perAsset
    ? sql`not exists (select from jsonb_array_elements_text(coalesce(${valueAt(place)}, '[]')::jsonb) as one (text) where btrim(one.text) <> '')`
    : sql`coalesce(btrim(${valueAt(place)}), '') = ''`;

const lacks = ({ perAsset, languages }: NeededField, place: number): RawBuilder<boolean> =>
  sql<boolean>`(line.told = any(${languages}::text[]) and ${isBlank(perAsset, place)})`;

/** Each planned line with the values of the fields that are needed, and the language it is told in. */
const mergedLines = async (tx: Tx, { lines, needed, written, defaultLanguage }: Asked) => {
  const { columns, joins } = await createColumns(
    tx,
    needed.map(({ field }) => field),
  );
  return sql`
    select line.party_kind, line.party_id, case when line.language = any(${written}::text[]) then line.language else ${defaultLanguage} end as told,
      ${sql.join(columns.map((column, place) => sql`${column} as ${sql.ref(nameOf(place))}`))}
    from (
      select party_kind, party_id, company_id, language, coalesce(asset_ids, case when asset_id is not null then array[asset_id] end)::text as about
      from (${lines}) as one where one.verdict = 'planned'
    ) as line ${joins}`;
};

/** In one statement, whatever the number of fields. */
export const countMissing = async (tx: Tx, asked: Asked): Promise<{ planned: number; missing: number[] }> => {
  const counts = asked.needed.map((field, place) => sql`count(*) filter (where ${lacks(field, place)})`);
  const { rows } = await sql<{ planned: number; missing: number[] }>`
    select count(*)::int as planned, array[${sql.join(counts)}]::int[] as missing from (${await mergedLines(tx, asked)}) as line`.execute(
    tx,
  );
  return rows[0] ?? { planned: 0, missing: [] };
};

type Page = OutputOf<typeof listMissingData>;
type Person = Page['rows'][number];

const BY_NAME = { name: { by: sql`who.name collate human`, type: 'text' } } as const;

/** Each of them once, by name. `asked` needs one field. */
export const pageOfMissing = async (
  tx: Tx,
  asked: Asked,
  input: Pick<InputOf<typeof listMissingData>, 'after' | 'limit'>,
): Promise<Page> => {
  const [field] = asked.needed;
  if (!field) return { rows: [], next: null, total: 0 };
  const paging = keyset({ ...input, direction: 'asc' }, BY_NAME, { sort: 'name', id: sql`who.id` });
  const { rows } = await sql<Person & { pageKey: string; total: number }>`
    with lacking as (
      select distinct line.party_kind as kind, line.party_id as id from (${await mergedLines(tx, asked)}) as line where ${lacks(field, 0)}
    ), who as (
      select kind, id, coalesce(${partyName(sql`kind`, sql`lacking.id`)}, '') as name from lacking
    )
    select who.kind, who.id, who.name, ${paging.key} as page_key, (select count(*)::int from lacking) as total
    from who where ${paging.where} ${paging.order} limit ${paging.limit}`.execute(tx);
  const total = rows[0]?.total ?? 0;
  return paging.page(
    rows.map(({ total: _, ...row }) => row),
    total,
  ) as Page;
};
