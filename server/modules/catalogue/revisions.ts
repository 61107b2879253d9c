import { sql } from 'kysely';
import type * as api from '../../../contract/catalogue-revisions.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { PriceListId } from '../../../contract/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import { json } from '../../platform/database/json.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Conflict, Invalid } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import type { PriceUseSource } from './price-use.ts';
import { countProducts, productsWhere } from './product-where.ts';
import { dropLines, getRevisionForUpdate, NOT_REHEARSED, type StoredRevision } from './revision.store.ts';
import { headOf, pageOfLines, pageOfRevisions, type ShownRevision, showRevision } from './revision.views.ts';
import { todayOf } from './today.ts';

export interface RevisionNeeds {
  db: Db;
  ids: Ids;
  clock: Clock;
  /** Where later modules hold prices. */
  priceUses: readonly PriceUseSource[];
}

type OneRevision = InputOf<typeof api.getPriceRevision>;

export const getPriceRevision = async (
  { db, clock, priceUses }: Omit<RevisionNeeds, 'ids'>,
  actor: Actor,
  { id }: OneRevision,
): Promise<ShownRevision> => {
  authorise(actor, 'catalogue.see');
  const today = await todayOf(db, clock);
  return showRevision(db, id, { today, now: clock.now(), sells: priceUses.length > 0 });
};

export const listPriceRevisions = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  input: InputOf<typeof api.listPriceRevisions>,
) => {
  authorise(actor, 'catalogue.see');
  return pageOfRevisions(db, input, clock.now());
};

export const listRevisionLines = async (
  needs: Omit<RevisionNeeds, 'ids'>,
  actor: Actor,
  { id, ...asked }: InputOf<typeof api.listRevisionLines>,
) => {
  authorise(actor, 'catalogue.see');
  const today = await todayOf(needs.db, needs.clock);
  return pageOfLines(needs.db, await headOf(needs.db, id), today, asked);
};

const SAMPLE = 5;

export const countSelection = async (
  { db }: { db: Db },
  actor: Actor,
  { selection }: InputOf<typeof api.countSelection>,
) => {
  authorise(actor, 'catalogue.see');
  const where = productsWhere(selection);
  const { rows: sample } = await sql<{ id: never; number: string; name: string }>`
    select p.id, p.number, p.name from product p where ${where} order by p.name collate human limit ${SAMPLE}`.execute(
    db,
  );
  return { count: await countProducts(db, selection), sample };
};

const assertList = async (tx: Tx, listId: PriceListId) => {
  const { rows } = await sql`select from price_list where id = ${listId} and archived_at is null`.execute(tx);
  if (rows.length === 0) throw new Invalid('listId', 'unknown_price_list');
};

const columnsOf = ({ name, listId, selection, rule, effectiveOn }: api.RevisionInput) => ({
  name,
  listId,
  selection: json(selection) as never,
  rule: json(rule) as never,
  effectiveOn,
});

export const createPriceRevision = async (
  needs: RevisionNeeds,
  actor: Actor,
  input: api.RevisionInput,
): Promise<ShownRevision> => {
  authorise(actor, 'catalogue.edit');
  const { db, ids, clock } = needs;
  const id = ids.next() as OneRevision['id'];
  await assertDay(db, clock, input.effectiveOn);
  await db.transaction().execute(async (tx) => {
    await assertList(tx, input.listId);
    await tx
      .insertInto('priceRevision')
      .values({ id, ...columnsOf(input), createdBy: actor.userId, createdAt: clock.now() })
      .execute();
  });
  return getPriceRevision(needs, actor, { id });
};

/** A revision starts today or later. */
export const assertDay = async (db: Db, clock: Clock, effectiveOn: string | null): Promise<string> => {
  const today = await todayOf(db, clock);
  if (effectiveOn !== null && effectiveOn < today) throw new Invalid('effectiveOn', 'day_in_past');
  return effectiveOn ?? today;
};

type Standing = Pick<StoredRevision, 'state' | 'working'>;

export const assertIdle = ({ working }: Pick<Standing, 'working'>): void => {
  if (working) throw new Conflict('revision_under_way');
};

export const assertChangeable = ({ state, working }: Standing): void => {
  if (state === 'applied' || state === 'reversed') throw new Conflict('revision_applied');
  assertIdle({ working });
};

export const updatePriceRevision = async (
  needs: RevisionNeeds,
  actor: Actor,
  { id, ...input }: InputOf<typeof api.updatePriceRevision>,
): Promise<ShownRevision> => {
  authorise(actor, 'catalogue.edit');
  await assertDay(needs.db, needs.clock, input.effectiveOn);
  await needs.db.transaction().execute(async (tx) => {
    assertChangeable(await getRevisionForUpdate(tx, id));
    await assertList(tx, input.listId);
    await dropLines(tx, id);
    await tx
      .updateTable('priceRevision')
      .set({ ...columnsOf(input), ...NOT_REHEARSED })
      .where('id', '=', id)
      .execute();
  });
  return getPriceRevision(needs, actor, { id });
};

export const deletePriceRevision = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: OneRevision,
): Promise<{ ok: true }> => {
  authorise(actor, 'catalogue.edit');
  await db.transaction().execute(async (tx) => {
    assertChangeable(await getRevisionForUpdate(tx, id));
    await tx.deleteFrom('priceRevision').where('id', '=', id).execute();
  });
  return { ok: true };
};
