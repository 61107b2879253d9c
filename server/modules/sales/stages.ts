import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { SalesStageId } from '../../../contract/ids.ts';
import type { Language } from '../../../contract/messages/index.ts';
import type * as api from '../../../contract/sales.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Conflict, Invalid } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';

const DEFAULTS: readonly { chance: number; name: Record<Language, string> }[] = [
  { chance: 10, name: { en: 'New', nb: 'Ny', pl: 'Nowa', fr: 'Nouvelle' } },
  { chance: 30, name: { en: 'In talks', nb: 'I dialog', pl: 'W rozmowach', fr: 'En discussion' } },
  { chance: 60, name: { en: 'Offer made', nb: 'Tilbud gitt', pl: 'Złożona oferta', fr: 'Offre remise' } },
  {
    chance: 80,
    name: { en: 'Agreed in words', nb: 'Muntlig enighet', pl: 'Ustnie uzgodnione', fr: 'Accord de principe' },
  },
];

/** The pipeline that a new installation begins with, in its language; registered in app.ts for the first run. */
export const makeDefaultStages = async (tx: Tx, ids: Ids, language: Language): Promise<void> => {
  const stages = DEFAULTS.map(({ name, chance }, at) => ({
    id: ids.next(),
    name: name[language],
    chance,
    position: at + 1,
  }));
  await tx.insertInto('salesStage').values(stages).execute();
};

/** The one asked for, else the first of the pipeline. Throws Invalid where there is none. */
export const stageOrFirst = async (db: Db | Tx, id: SalesStageId | null | undefined): Promise<SalesStageId> => {
  const query = db.selectFrom('salesStage').select('id').orderBy('position').limit(1);
  const row = await (id ? query.where('id', '=', id) : query).executeTakeFirst();
  if (row === undefined) throw new Invalid('stageId', id ? 'unknown_sales_stage' : 'no_sales_stage');
  return row.id as SalesStageId;
};

export const listSalesStages = async (
  { db }: { db: Db },
  actor: Actor,
): Promise<OutputOf<typeof api.listSalesStages>> => {
  authorise(actor, 'sales.see');
  const { rows } = await sql<api.SalesStage>`
    select s.id, s.name, s.chance, (select count(*)::int from opportunity o where o.stage_id = s.id and not o.test) as opportunities
    from sales_stage s order by s.position`.execute(db);
  return { stages: rows };
};

export const saveSalesStages = async (
  { db, ids }: { db: Db; ids: Ids },
  actor: Actor,
  { stages }: InputOf<typeof api.saveSalesStages>,
): Promise<{ ok: true }> => {
  authorise(actor, 'settings.edit');
  const twice = stages.findIndex(({ name }, at) => stages.findIndex((one) => sameName(one.name, name)) < at);
  if (twice >= 0) throw new Invalid(`stages.${twice}.name`, 'taken');
  const kept = stages.map(({ id, ...stage }, at) => ({
    id: id ?? (ids.next() as SalesStageId),
    ...stage,
    position: at + 1,
  }));
  await db.transaction().execute(async (tx) => {
    await dropOthers(
      tx,
      kept.map(({ id }) => id),
    );
    await tx
      .insertInto('salesStage')
      .values(kept)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((row) => ({
          name: row.ref('excluded.name'),
          chance: row.ref('excluded.chance'),
          position: row.ref('excluded.position'),
        })),
      )
      .execute();
  });
  return { ok: true };
};

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const dropOthers = async (tx: Tx, kept: readonly SalesStageId[]): Promise<void> => {
  const { rows } = await sql<{ name: string; count: number }>`
    select s.name, count(*)::int as count from sales_stage s join opportunity o on o.stage_id = s.id
    where s.id <> all(${kept}::uuid[]) group by s.id order by s.position limit 1`.execute(tx);
  if (rows[0]) throw new Conflict('sales_stage_in_use', rows[0]);
  await sql`delete from sales_stage where id <> all(${kept}::uuid[])`.execute(tx);
};
