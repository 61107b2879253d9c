import { sql } from 'kysely';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { editLineItem as endpoint } from '../../../contract/interactions.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Conflict, NotFound } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import { editItemOfLine, type LineAsItem } from '../crm/index.ts';

/** A recipient line is a dossier item; writing into it makes a row of its own beside the line. */
export const editLineItem = async (
  needs: { db: Db; ids: Ids; clock: Clock },
  actor: Actor,
  { runId, no, ...input }: InputOf<typeof endpoint>,
) => {
  authorise(actor, 'crm.edit');
  const { rows } = await sql<Omit<LineAsItem, 'typeId'> & { typeId: string | null }>`
    select l.run_id, l.no, l.party_kind, coalesce(a.contact_id, l.party_id) as party_id, r.campaign_id, r.terms #>> '{dossier,typeId}' as type_id,
      r.terms ->> 'campaignName' as subject, coalesce(o.at, r.created_at) as at, case when o.state = 'sent' then o.at end as done_at,
      case when l.verdict = 'excluded' or o.state in ('dropped', 'failed') then 'cancelled' when o.state = 'sent' then 'done' else 'open' end as state
    from recipient l join run r on r.id = l.run_id left join contact_alias a on a.old_id = l.party_id and l.party_kind = 'contact'
    left join lateral (select state, at from outcome where run_id = l.run_id and no = l.no order by seq desc limit 1) o on true
    where l.run_id = ${runId} and l.no = ${no} and r.mode <> 'test'`.execute(needs.db);
  const [line] = rows;
  if (line === undefined) throw new NotFound('line');
  const { typeId } = line;
  if (typeId === null) throw new Conflict('unknown_interaction_type');
  return editItemOfLine(needs, actor, { ...line, typeId }, input);
};
