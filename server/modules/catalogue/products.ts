import { sql } from 'kysely';
import type * as api from '../../../contract/catalogue.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Invalid, NotFound } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise, findInstallation } from '../access/index.ts';
import { listToShow, pageOfProducts, showProduct } from './product.views.ts';
import { todayOf } from './today.ts';

interface Needs {
  db: Db;
  ids: Ids;
  clock: Clock;
}

export const listProducts = async (
  { db, clock }: Pick<Needs, 'db' | 'clock'>,
  actor: Actor,
  input: InputOf<typeof api.listProducts>,
) => {
  authorise(actor, 'catalogue.see');
  const currency = (await findInstallation(db))?.currency ?? 'EUR';
  const list = await listToShow(db, input.listId, currency);
  return pageOfProducts(db, input, { list, day: await todayOf(db, clock) });
};

export const getProduct = async (
  { db, clock }: Pick<Needs, 'db' | 'clock'>,
  actor: Actor,
  { id }: InputOf<typeof api.getProduct>,
) => {
  authorise(actor, 'catalogue.see');
  return showProduct(db, id, await todayOf(db, clock));
};

const PREFIX = { product: 'P', service: 'S' } as const;

const nextNumber = async (db: Db | Tx, kind: api.ProductKind): Promise<string> => {
  const pattern = `^${PREFIX[kind]}-([0-9]{1,9})$`;
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(substring(upper(number) from ${pattern})::int), 1000) + 1 as next from product
    where upper(number) ~ ${pattern}`.execute(db);
  return `${PREFIX[kind]}-${rows[0]?.next ?? 1001}`;
};

export const suggestProductNumber = async (
  { db }: Pick<Needs, 'db'>,
  actor: Actor,
  { kind }: InputOf<typeof api.suggestProductNumber>,
): Promise<{ number: string }> => {
  authorise(actor, 'catalogue.see');
  return { number: await nextNumber(db, kind) };
};

/** Runs the work; what the database refuses becomes Invalid at its field. */
const atItsField = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    const { constraint } = error as { constraint?: string };
    if (constraint === 'product_number') throw new Invalid('number', 'taken');
    if (constraint === 'product_group_id_fkey') throw new Invalid('groupId', 'unknown_group');
    throw error;
  }
};

const assertCost = (cost: number | null, currency: string | null) => {
  if (cost !== null && currency === null) throw new Invalid('costCurrency', 'cost_currency_needed');
};

const once = (tags: readonly string[]) => [...new Map(tags.map((tag) => [tag.toLowerCase(), tag])).values()];

/** Free numbers are given to one product at a time. */
const lockNumbers = (tx: Tx) => sql`select pg_advisory_xact_lock(hashtext('product number'))`.execute(tx);

export const createProduct = async (
  { db, ids, clock }: Needs,
  actor: Actor,
  { tags, costCurrency, ...input }: InputOf<typeof api.createProduct>,
) => {
  authorise(actor, 'catalogue.edit');
  assertCost(input.cost, costCurrency);
  const [id, now] = [ids.next(), clock.now()];
  await atItsField(() =>
    db.transaction().execute(async (tx) => {
      if (input.number === undefined) await lockNumbers(tx);
      const number = input.number ?? (await nextNumber(tx, input.kind));
      const currency = input.cost === null ? null : costCurrency;
      const stamps = { createdAt: now, updatedAt: now };
      await tx
        .insertInto('product')
        .values({ ...input, id, number, tags: once(tags), costCurrency: currency, ...stamps })
        .execute();
    }),
  );
  return showProduct(db, id, await todayOf(db, clock));
};

/** Without a cost there is no currency of it. */
const costOf = async (tx: Tx, id: string, given: { cost?: number | null; costCurrency?: string | null }) => {
  const present = await tx
    .selectFrom('product')
    .select(['cost', 'costCurrency'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (present === undefined) throw new NotFound('product');
  const cost = given.cost === undefined ? (present.cost === null ? null : Number(present.cost)) : given.cost;
  const costCurrency = given.costCurrency === undefined ? present.costCurrency : given.costCurrency;
  assertCost(cost, costCurrency);
  return { cost, costCurrency: cost === null ? null : costCurrency };
};

export const updateProduct = async (
  { db, clock }: Pick<Needs, 'db' | 'clock'>,
  actor: Actor,
  { id, archived, tags, ...input }: InputOf<typeof api.updateProduct>,
) => {
  authorise(actor, 'catalogue.edit');
  await atItsField(() =>
    db.transaction().execute(async (tx) => {
      const { cost, costCurrency, ...plain } = input;
      const changes = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
      await tx
        .updateTable('product')
        .set({
          ...changes,
          ...(await costOf(tx, id, {
            ...(cost !== undefined && { cost }),
            ...(costCurrency !== undefined && { costCurrency }),
          })),
          ...(tags !== undefined && { tags: once(tags) }),
          ...(archived !== undefined && { archivedAt: archived ? clock.now() : null }),
          updatedAt: clock.now(),
        })
        .where('id', '=', id)
        .execute();
    }),
  );
  return showProduct(db, id, await todayOf(db, clock));
};

export const archiveProducts = async (
  { db, clock }: Pick<Needs, 'db' | 'clock'>,
  actor: Actor,
  { ids, archived }: InputOf<typeof api.archiveProducts>,
): Promise<{ changed: number }> => {
  authorise(actor, 'catalogue.edit');
  const now = clock.now();
  const { numAffectedRows } = await sql`update product set archived_at = ${archived ? now : null}, updated_at = ${now}
    where id = any(${ids}::uuid[]) and (archived_at is not null) <> ${archived}`.execute(db);
  return { changed: Number(numAffectedRows ?? 0) };
};

/** Its prices go with it; lines of revisions keep its number and name. */
export const deleteProduct = async (
  { db }: Pick<Needs, 'db'>,
  actor: Actor,
  { id }: InputOf<typeof api.deleteProduct>,
): Promise<{ ok: true }> => {
  authorise(actor, 'catalogue.edit');
  const { numDeletedRows } = await db.deleteFrom('product').where('id', '=', id).executeTakeFirst();
  if (numDeletedRows === 0n) throw new NotFound('product');
  return { ok: true };
};

export const listProductTags = async (
  { db }: Pick<Needs, 'db'>,
  actor: Actor,
): Promise<{ tags: { tag: string; count: number }[] }> => {
  authorise(actor, 'catalogue.see');
  const { rows } = await sql<{ tag: string; count: number }>`
    select tag, count(*)::int as count from product, unnest(tags) as tag where archived_at is null
    group by tag order by tag collate human limit 500`.execute(db);
  return { tags: rows };
};
