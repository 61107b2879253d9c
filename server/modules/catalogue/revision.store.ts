import { sql } from 'kysely';
import type { PriceRule, ProductSelection, REVISION_STATES } from '../../../contract/catalogue-revisions.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { openUses, type PriceUseSource } from './price-use.ts';
import { inForce, writtenBy } from './prices.ts';
import { productsWhere } from './product-where.ts';
import { repriced } from './reprice-sql.ts';

export interface StoredRevision {
  id: string;
  listId: string;
  currency: string;
  selection: ProductSelection;
  rule: PriceRule;
  effectiveOn: string | null;
  state: (typeof REVISION_STATES)[number];
  fingerprint: string | null;
  validFrom: string | null;
  /** A rehearsal, an application or a reversal is under way. */
  working: boolean;
}

export const NOT_REHEARSED = { state: 'draft', fingerprint: null, validFrom: null, rehearsedAt: null } as const;

/** Held until the transaction ends: of two who act at once the second sees what the first did. Throws NotFound. */
export const getRevisionForUpdate = async (tx: Tx, id: string): Promise<StoredRevision> => {
  const { rows } = await sql<Omit<StoredRevision, 'working'>>`
    select r.id, r.list_id, l.currency, r.selection, r.rule, r.effective_on, r.state, r.fingerprint, r.valid_from
    from price_revision r join price_list l on l.id = r.list_id where r.id = ${id} for update of r`.execute(tx);
  if (rows[0] === undefined) throw new NotFound('price revision');
  // A statement of its own: in the one above it would be seen as it was before the wait for the lock.
  const { rows: work } = await sql`select from price_revision_work where revision_id = ${id}`.execute(tx);
  return { ...rows[0], working: work.length > 0 };
};

export const dropLines = async (tx: Tx, id: string): Promise<void> => {
  await sql`delete from price_revision_line where revision_id = ${id}`.execute(tx);
};

/** One after another in the order of products. */
export interface Piece {
  /** The last product of the piece before. */
  after: string | null;
  most: number;
}

export interface PieceDone {
  /** Products looked at; fewer than asked for means that there are no more. */
  count: number;
  last: string | null;
  /** Prices written. */
  written: number;
}

const doneOf = (rows: PieceDone[]): PieceDone => rows[0] ?? { count: 0, last: null, written: 0 };

const LAST = (of: string, id: string) =>
  sql`(select count(*)::int from ${sql.table(of)}) as count, (select max(${sql.ref(id)}::text collate "C") from ${sql.table(of)}) as last`;

/** Reckons the lines of the next products, as of the day. */
export const writeLines = async (
  tx: Tx,
  { id, listId, currency, selection, rule }: StoredRevision,
  day: string,
  { after, most }: Piece,
): Promise<PieceDone> => {
  const { rows } = await sql<PieceDone>`
    with next as materialized (
      select p.id, p.number, p.name, p.group_id, p.cost, p.cost_currency from product p
      where ${productsWhere(selection)} and (${after}::uuid is null or p.id > ${after}) order by p.id limit ${most}),
    chosen as (
      select p.id as product_id, p.number, p.name, p.group_id, held.seq, held.amount as price,
        case when p.cost_currency = ${currency} then p.cost end as cost, coalesce(p.cost_currency <> ${currency}, false) as cost_elsewhere
      from next p left join lateral (${inForce(sql`${listId}::uuid`, sql`p.id`, day)}) as held on true),
    written as (
      insert into price_revision_line
        (revision_id, product_id, number, name, group_id, old_seq, old_amount, cost, new_amount, verdict, reason, planned_from)
      select ${id}, r.product_id, r.number, r.name, r.group_id, r.seq, r.price, r.cost, r.amount, r.verdict, r.reason,
        (select min(x.valid_from) from price x where x.list_id = ${listId} and x.product_id = r.product_id and x.valid_from > ${day}::date)
      from (${repriced(sql`select * from chosen`, rule)}) as r
      order by r.product_id)
    select ${LAST('next', 'id')}, 0 as written`.execute(tx);
  return doneOf(rows);
};

/** Says at each line how many open records hold its price: once for all of them, for counting those is the dear part. */
export const writeUses = async (tx: Tx, id: string, sources: readonly PriceUseSource[]): Promise<void> => {
  if (sources.length === 0) return;
  await sql`update price_revision_line line set uses = u.uses from (${openUses(sources)}) as u
    where line.revision_id = ${id} and line.product_id = u.product_id`.execute(tx);
};

/** The same lines have the same fingerprint. */
export const fingerprintOf = async (tx: Tx, id: string): Promise<string> => {
  const { rows } = await sql<{ print: string }>`
    select md5(coalesce(string_agg(concat_ws(':', product_id, old_seq, cost, new_amount, verdict), ',' order by product_id), '')) as print
    from price_revision_line where revision_id = ${id}`.execute(tx);
  return rows[0]?.print ?? '';
};

export const countChanges = async (tx: Tx, id: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from price_revision_line where revision_id = ${id} and verdict = 'change'`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
};

const NAMED = 5;

/** Products whose price or cost is no longer what the rehearsal saw, or that are gone: how many, and the first by name. */
export const drifted = async (
  tx: Tx,
  { id, listId, currency }: StoredRevision,
  day: string,
): Promise<{ count: number; names: string[] }> => {
  const { rows } = await sql<{ name: string; count: number }>`
    select concat(line.number, ' ', line.name) as name, count(*) over ()::int as count
    from price_revision_line line
    left join product p on p.id = line.product_id and p.archived_at is null
    left join lateral (${inForce(sql`${listId}::uuid`, sql`line.product_id`, day)}) as held on true
    where line.revision_id = ${id} and line.verdict = 'change' and (p.id is null or held.seq is distinct from line.old_seq
      or line.cost is distinct from case when p.cost_currency = ${currency} then p.cost end)
    order by line.name collate human limit ${NAMED}`.execute(tx);
  return { count: rows[0]?.count ?? 0, names: rows.map(({ name }) => name) };
};

interface Written {
  day: string;
  by: string | null;
  at: Date;
}

const nextChanges = (id: string, { after, most }: Piece) => sql`
  select product_id, old_amount, new_amount from price_revision_line
  where revision_id = ${id} and verdict = 'change' and (${after}::uuid is null or product_id > ${after}) order by product_id limit ${most}`;

export const writePrices = async (
  tx: Tx,
  { id, listId }: StoredRevision,
  { day, by, at }: Written,
  piece: Piece,
): Promise<PieceDone> => {
  const { rows } = await sql<PieceDone>`
    with next as materialized (${nextChanges(id, piece)}),
    written as (
      insert into price (list_id, product_id, valid_from, amount, revision_id, created_by, created_at)
      select ${listId}, product_id, ${day}::date, new_amount, ${id}, ${by}::uuid, ${at} from next order by product_id returning 1)
    select ${LAST('next', 'product_id')}, (select count(*)::int from written) as written`.execute(tx);
  return doneOf(rows);
};

/** Writes the former price again wherever the revision's own is still in force on the day. */
export const writeFormerPrices = async (
  tx: Tx,
  { id, listId }: StoredRevision,
  { day, by, at }: Written,
  piece: Piece,
): Promise<PieceDone> => {
  const { rows } = await sql<PieceDone>`
    with next as materialized (${nextChanges(id, piece)}),
    written as (
      insert into price (list_id, product_id, valid_from, amount, revision_id, reversal, created_by, created_at)
      select ${listId}, next.product_id, ${day}::date, next.old_amount, ${id}, true, ${by}::uuid, ${at}
      from next
      cross join lateral (${writtenBy(id, sql`next.product_id`)}) as own
      cross join lateral (${inForce(sql`${listId}::uuid`, sql`next.product_id`, day)}) as held
      where held.seq = own.seq order by next.product_id returning 1)
    select ${LAST('next', 'product_id')}, (select count(*)::int from written) as written`.execute(tx);
  return doneOf(rows);
};
