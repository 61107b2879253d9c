import { type RawBuilder, sql } from 'kysely';
import type { AssetFilters, Asset as Shown } from '../../../contract/assets.ts';
import type { Page, PageInput } from '../../../contract/paging.ts';
import { keyset, type SortKey } from '../../platform/database/keyset.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import type { CrmField } from './field.ts';
import { loadFields } from './fields.ts';
import { ASSET_COLUMNS, ASSET_TABLES, searched } from './party.views.ts';
import { personName } from './party-name.ts';

export type ShownAsset = Omit<Shown, 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };

const text = (by: RawBuilder<unknown>): SortKey => ({ by: sql`coalesce(${by}, '') collate human`, type: 'text' });
const date = (by: RawBuilder<unknown>): SortKey => ({ by: sql`coalesce(${by}, '-infinity'::date)`, type: 'date' });

const SORTS: Record<string, SortKey> = {
  name: { by: sql`(p.name collate human)`, type: 'text' },
  type: text(sql`kind.name`),
  identifier: text(sql`p.identifier`),
  owner: text(sql`coalesce(${personName('keeper')}, firm.name)`),
  acquiredOn: date(sql`p.acquired_on`),
  createdAt: { by: sql`p.created_at`, type: 'timestamptz' },
};

const CUSTOM_SORTS: Partial<Record<CrmField['type'], (value: RawBuilder<unknown>) => SortKey>> = {
  text,
  one_of: text,
  date,
  number: (value) => ({ by: sql`coalesce(${value}, '-infinity'::numeric)`, type: 'numeric' }),
  money: (value) => ({ by: sql`coalesce(${value}, -9223372036854775808)`, type: 'bigint' }),
};

/** The fields of every asset, and those of the type that is shown, can be sorted by as `custom.<key>`. */
const customSorts = async (db: Db, { sort, typeId }: PageInput & AssetFilters): Promise<Record<string, SortKey>> => {
  if (!sort?.startsWith('custom.')) return {};
  const fields = [...(await loadFields(db)).values()].filter(
    ({ entity, custom, assetTypeId }) =>
      entity === 'asset' && custom && (assetTypeId === null || assetTypeId === typeId),
  );
  return Object.fromEntries(
    fields.flatMap((field) => {
      const key = CUSTOM_SORTS[field.type]?.(field.sql('p'));
      return key ? [[`custom.${field.name.split('.').at(-1)}`, key]] : [];
    }),
  );
};

/** Which assets the search and the filters leave; over the tables of an asset. */
export const assetsWhere = (input: AssetFilters & { search?: string | undefined }) => {
  const { typeId, contactId, companyId, tag, accountManagerId, held } = input;
  const conditions: RawBuilder<unknown>[] = [
    searched('asset', input.search),
    ...(typeId ? [sql`p.type_id = ${typeId}`] : []),
    ...(contactId ? [sql`p.contact_id = ${contactId}`] : []),
    ...(companyId ? [sql`p.company_id = ${companyId}`] : []),
    ...(tag ? [sql`${tag} = any(p.tags)`] : []),
    ...(accountManagerId
      ? [sql`coalesce(keeper.account_manager_id, firm.account_manager_id) = ${accountManagerId}`]
      : []),
    ...(held ? [held === 'owned' ? sql`p.disposed_on is null` : sql`p.disposed_on is not null`] : []),
  ];
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
};

export const pageOfAssets = async (db: Db, input: PageInput & AssetFilters): Promise<Page<ShownAsset>> => {
  const sorts = { ...SORTS, ...(await customSorts(db, input)) };
  const paging = keyset(input, sorts, { sort: 'name', id: sql`p.id` });
  const where = assetsWhere(input);
  const [{ rows }, { rows: counted }] = await Promise.all([
    sql<ShownAsset & { pageKey: string }>`select ${ASSET_COLUMNS}, ${paging.key} as page_key from ${ASSET_TABLES}
      where ${where} and ${paging.where} ${paging.order} limit ${paging.limit}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from ${ASSET_TABLES} where ${where}`.execute(db),
  ]);
  return paging.page(rows, counted[0]?.total ?? 0);
};

/** Throws NotFound. */
export const showAsset = async (db: Db, id: string): Promise<ShownAsset> => {
  const { rows } = await sql<ShownAsset>`select ${ASSET_COLUMNS} from ${ASSET_TABLES} where p.id = ${id}`.execute(db);
  if (rows[0] === undefined) throw new NotFound('asset');
  return rows[0];
};
