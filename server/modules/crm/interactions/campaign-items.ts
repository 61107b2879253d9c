import { type RawBuilder, sql } from 'kysely';
import type { InteractionField, PROGRESS_BY } from '../../../../contract/interactions.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { userName } from '../../access/index.ts';

export interface ItemCounts {
  key: string | null;
  name: string | null;
  /** Written into lines that are items themselves. */
  written: boolean;
  open: number;
  done: number;
  cancelled: number;
  overdue: number;
}

interface By {
  key: RawBuilder<unknown>;
  name: RawBuilder<unknown>;
}

const byOf = (by: (typeof PROGRESS_BY)[number], field: string): By => {
  const value = sql`nullif(i.custom ->> ${field}::text, '')`;
  return {
    outcome: { key: sql`i.outcome`, name: sql`i.outcome` },
    type: { key: sql`t.id::text`, name: sql`t.name` },
    responsible: { key: sql`i.responsible_id::text`, name: userName(sql`i.responsible_id`) },
    field: {
      key: value,
      name: sql`coalesce((select o ->> 'label' from custom_field f, jsonb_array_elements(f.options) o where f.entity = 'interaction'
        and f.key = ${field} and o ->> 'value' = ${value} and f.interaction_type_id is not distinct from t.id limit 1), ${value})`,
    },
  }[by];
};

/** How many items of a campaign are open, done and cancelled, by type, by responsible person or by the value of a field. */
export const countItems = async (
  db: Db,
  campaignId: string,
  by: (typeof PROGRESS_BY)[number],
  field: string,
  now: Date,
): Promise<ItemCounts[]> => {
  const { key, name } = byOf(by, field);
  const { rows } = await sql<ItemCounts>`
    select key, min(name) as name, written, count(*) filter (where state = 'open')::int as open, count(*) filter (where state = 'done')::int as done,
      count(*) filter (where state = 'cancelled')::int as cancelled, count(*) filter (where state = 'open' and due_at < ${now})::int as overdue
    from (
      select ${key} as key, ${name} as name, i.run_id is not null and not t.work as written, i.state, i.due_at
      from interaction i join interaction_type t on t.id = i.type_id where i.campaign_id = ${campaignId} and not i.proof
    ) item group by key, written order by min(name) collate human nulls last`.execute(db);
  return rows;
};

/** The fields of the types whose items this campaign has, or will have. */
export const fieldsOfCampaign = async (
  db: Db,
  typeIds: readonly string[],
): Promise<Pick<InteractionField, 'key' | 'label'>[]> => {
  const { rows } = await sql<Pick<InteractionField, 'key' | 'label'>>`
    select distinct on (position, label, key) key, label from custom_field where entity = 'interaction' and archived_at is null
      and (interaction_type_id is null or interaction_type_id = any(${typeIds}::uuid[])) order by position, label, key`.execute(
    db,
  );
  return rows;
};
