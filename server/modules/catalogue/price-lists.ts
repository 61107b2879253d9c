import { sql } from 'kysely';
import type * as api from '../../../contract/catalogue-prices.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Conflict, Invalid, NotFound } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import { inForce } from './prices.ts';
import { todayOf } from './today.ts';

const findLists = async (db: Db | Tx, day: string, id?: string): Promise<api.PriceList[]> => {
  const { rows } = await sql<api.PriceList>`
    select l.id, l.name, l.currency, l.kind, l.starts_on, l.ends_on, l.archived_at is not null as archived,
      (select count(*)::int from product p cross join lateral (${inForce(sql`l.id`, sql`p.id`, day)}) as held
        where p.archived_at is null and held.amount is not null) as products
    from price_list l where ${id === undefined ? sql`true` : sql`l.id = ${id}`}
    order by l.archived_at is not null, l.kind = 'default' desc, l.currency, l.starts_on desc nulls last, l.name collate human`.execute(
    db,
  );
  return rows;
};

const getList = async (db: Db | Tx, day: string, id: string): Promise<api.PriceList> => {
  const [list] = await findLists(db, day, id);
  if (list === undefined) throw new NotFound('price list');
  return list;
};

export const listPriceLists = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
): Promise<{ lists: api.PriceList[] }> => {
  authorise(actor, 'catalogue.see');
  return { lists: await findLists(db, await todayOf(db, clock)) };
};

type Terms = Pick<api.PriceList, 'kind' | 'startsOn' | 'endsOn'>;

const assertDates = ({ kind, startsOn, endsOn }: Terms) => {
  if (kind === 'period' && startsOn === null) throw new Invalid('startsOn', 'period_needs_start');
  if (kind === 'default' && (startsOn ?? endsOn) !== null)
    throw new Invalid(startsOn === null ? 'endsOn' : 'startsOn', 'default_has_no_dates');
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) throw new Invalid('endsOn', 'ends_before_start');
};

const atItsField = async <T>(currency: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    const { constraint } = error as { constraint?: string };
    if (constraint === 'price_list_name') throw new Invalid('name', 'taken');
    if (constraint === 'price_list_default') throw new Invalid('kind', 'default_list_exists', { currency });
    throw error;
  }
};

export const createPriceList = async (
  { db, ids, clock }: { db: Db; ids: Ids; clock: Clock },
  actor: Actor,
  input: InputOf<typeof api.createPriceList>,
): Promise<api.PriceList> => {
  authorise(actor, 'catalogue.edit');
  assertDates(input);
  const id = ids.next();
  await atItsField(input.currency, () =>
    db
      .insertInto('priceList')
      .values({ id, ...input, createdAt: clock.now() })
      .execute(),
  );
  return getList(db, await todayOf(db, clock), id);
};

export const updatePriceList = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  { id, archived, ...input }: InputOf<typeof api.updatePriceList>,
): Promise<api.PriceList> => {
  authorise(actor, 'catalogue.edit');
  const day = await todayOf(db, clock);
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  return db.transaction().execute(async (tx) => {
    await sql`select from price_list where id = ${id} for update`.execute(tx);
    const { products: _, archived: wasArchived, id: __, ...before } = await getList(tx, day, id);
    const after = { ...before, ...given };
    assertDates(after);
    if (after.currency !== before.currency) await assertNoPrices(tx, id);
    const archivedAt =
      archived === undefined || archived === wasArchived ? {} : { archivedAt: archived ? clock.now() : null };
    await atItsField(after.currency, () =>
      tx
        .updateTable('priceList')
        .set({ ...after, ...archivedAt })
        .where('id', '=', id)
        .execute(),
    );
    return getList(tx, day, id);
  });
};

const assertNoPrices = async (tx: Tx, id: string) => {
  const { rows } = await sql`select from price where list_id = ${id} limit 1`.execute(tx);
  if (rows.length > 0) throw new Conflict('list_has_prices');
};
