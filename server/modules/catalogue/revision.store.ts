import { sql } from 'kysely';
import type { PriceRule, ProductSelection, REVISION_STATES } from '../../../contract/catalogue-revisions.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { openUses, type PriceUseSource } from './price-use.ts';
import { allInForce } from './prices.ts';
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
}

/** Held until the transaction ends: of two who act at once the second sees what the first did. Throws NotFound. */
export const getRevisionForUpdate = async (tx: Tx, id: string): Promise<StoredRevision> => {
  const { rows } = await sql<StoredRevision>`
    select r.id, r.list_id, l.currency, r.selection, r.rule, r.effective_on, r.state, r.fingerprint, r.valid_from
    from price_revision r join price_list l on l.id = r.list_id where r.id = ${id} for update of r`.execute(tx);
  if (rows[0] === undefined) throw new NotFound('price revision');
  return rows[0];
};

export const dropLines = async (tx: Tx, id: string): Promise<void> => {
  await sql`delete from price_revision_line where revision_id = ${id}`.execute(tx);
};

/** Reckons every line anew, in one statement, as of the day. */
export const writeLines = async (
  tx: Tx,
  { id, listId, currency, selection, rule }: StoredRevision,
  day: string,
  sources: readonly PriceUseSource[],
): Promise<void> => {
  await sql`
    with chosen as materialized (
      select p.id, p.number, p.name, p.group_id, held.seq, held.amount as price,
        case when p.cost_currency = ${currency} then p.cost end as cost, coalesce(p.cost_currency <> ${currency}, false) as cost_elsewhere
      from product p left join (${allInForce(listId, day)}) as held on held.product_id = p.id
      where ${productsWhere(selection)}),
    reckoned as (${repriced(sql`select id as product_id, price, cost, cost_elsewhere from chosen`, rule)}),
    planned as (
      select product_id, min(valid_from) as day from price where list_id = ${listId} and valid_from > ${day}::date group by product_id)
    insert into price_revision_line
      (revision_id, product_id, number, name, group_id, old_seq, old_amount, cost, new_amount, verdict, reason, planned_from, uses)
    select ${id}, c.id, c.number, c.name, c.group_id, c.seq, c.price, c.cost, r.amount, r.verdict, r.reason, planned.day, coalesce(u.uses, 0)
    from chosen c join reckoned r on r.product_id = c.id
    left join planned on planned.product_id = c.id
    left join (${openUses(sources)}) as u on u.product_id = c.id
    order by c.id`.execute(tx);
};

/** The same lines have the same fingerprint. */
export const fingerprintOf = async (tx: Tx, id: string): Promise<string> => {
  const { rows } = await sql<{ print: string }>`
    select md5(coalesce(string_agg(concat_ws(':', product_id, old_seq, cost, new_amount, verdict), ',' order by product_id), '')) as print
    from price_revision_line where revision_id = ${id}`.execute(tx);
  return rows[0]?.print ?? '';
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
    left join (${allInForce(listId, day)}) as held on held.product_id = line.product_id
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

export const writePrices = async (
  tx: Tx,
  { id, listId }: StoredRevision,
  { day, by, at }: Written,
): Promise<number> => {
  const { numAffectedRows } = await sql`
    insert into price (list_id, product_id, valid_from, amount, revision_id, created_by, created_at)
    select ${listId}, product_id, ${day}::date, new_amount, ${id}, ${by}::uuid, ${at}
    from price_revision_line where revision_id = ${id} and verdict = 'change' order by product_id`.execute(tx);
  return Number(numAffectedRows ?? 0);
};

/** Writes the former price again wherever the revision's own is still in force on the day. */
export const writeFormerPrices = async (
  tx: Tx,
  { id, listId }: StoredRevision,
  { day, by, at }: Written,
): Promise<number> => {
  const { numAffectedRows } = await sql`
    insert into price (list_id, product_id, valid_from, amount, revision_id, reversal, created_by, created_at)
    select ${listId}, line.product_id, ${day}::date, line.old_amount, ${id}, true, ${by}::uuid, ${at}
    from price_revision_line line
    join price own on own.revision_id = ${id} and own.product_id = line.product_id and not own.reversal
    join (${allInForce(listId, day)}) as held on held.product_id = line.product_id and held.seq = own.seq
    where line.revision_id = ${id} and line.verdict = 'change' order by line.product_id`.execute(tx);
  return Number(numAffectedRows ?? 0);
};
