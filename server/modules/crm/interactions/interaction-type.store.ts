import { sql } from 'kysely';
import type { InteractionType } from '../../../../contract/interactions.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Invalid, NotFound } from '../../../platform/errors.ts';
import { userName } from '../../access/index.ts';

const SHOWN = sql`t.id, t.name, t.work, t.kept_on, t.responsible, t.due_days, t.channel, t.position, t.archived_at is not null as archived,
  case when t.responsible_id is null then null else jsonb_build_object('id', t.responsible_id, 'name', ${userName(sql`t.responsible_id`)}) end as named,
  (select count(*)::int from interaction i where i.type_id = t.id) as items,
  coalesce((
    select jsonb_agg(jsonb_build_object('key', f.key, 'label', f.label, 'type', f.type, 'options', f.options, 'currency', f.currency)
      order by f.position, f.label collate human)
    from custom_field f where f.entity = 'interaction' and (f.interaction_type_id = t.id or f.interaction_type_id is null) and f.archived_at is null
  ), '[]') as fields`;

export const findInteractionTypes = async (db: Db | Tx): Promise<InteractionType[]> => {
  const { rows } = await sql<InteractionType>`
    select ${SHOWN} from interaction_type t order by t.archived_at is not null, t.position, t.name collate human`.execute(
    db,
  );
  return rows;
};

/** Throws NotFound. */
export const getInteractionType = async (db: Db | Tx, id: string): Promise<InteractionType> => {
  const { rows } = await sql<InteractionType>`select ${SHOWN} from interaction_type t where t.id = ${id}`.execute(db);
  if (rows[0] === undefined) throw new NotFound('interaction type');
  return rows[0];
};

/** Throws Invalid unless there is such a type, in use. */
export const assertTypeInUse = async (db: Db | Tx, id: string, field: string): Promise<void> => {
  const type = await db.selectFrom('interactionType').select('archivedAt').where('id', '=', id).executeTakeFirst();
  if (type === undefined || type.archivedAt !== null) throw new Invalid(field, 'unknown_interaction_type');
};

/** What is offered for an action of this channel: the channel's own type, else the first that makes nobody work; null when there is none. */
export const typeOfferedFor = async (db: Db | Tx, channel: string): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    select id from interaction_type where archived_at is null and (channel = ${channel} or not work)
    order by (channel = ${channel}) desc nulls last, position limit 1`.execute(db);
  return rows[0]?.id ?? null;
};

export const asksForWork = async (db: Db | Tx, id: string): Promise<boolean> =>
  (await db.selectFrom('interactionType').select('work').where('id', '=', id).executeTakeFirst())?.work ?? false;

/** Whether there is any type to choose from: an installation that archived them all is not asked for one. */
export const hasInteractionTypes = async (db: Db | Tx): Promise<boolean> =>
  (await db.selectFrom('interactionType').select('id').where('archivedAt', 'is', null).limit(1).executeTakeFirst()) !==
  undefined;
