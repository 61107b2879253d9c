import { type RawBuilder, sql } from 'kysely';
import type { Audience, GroupOfAction } from '../../../contract/audience.ts';
import { answerGroup } from '../campaigns/index.ts';

const SENT = sql`(select o.state from outcome o where o.run_id = p.run_id and o.no = p.no order by o.seq desc limit 1) = 'sent'`;
const fact = (kind: string) =>
  sql`exists (select from first_event e where e.run_id = p.run_id and e.no = p.no and e.kind = ${kind})`;
const byHuman = (kind: string) =>
  sql`exists (select from first_event e where e.run_id = p.run_id and e.no = p.no and e.kind = ${kind} and e.actor = 'human')`;
/** Its chain of retries ends here: what became of it is what counts. */
const LAST = sql`not exists (select from retry_of x where x.origin_run = p.run_id and x.origin_no = p.no)`;

const WHICH: Record<GroupOfAction, RawBuilder<unknown>> = {
  all: sql`true`,
  sent: SENT,
  reached: sql`${SENT} and not ${fact('bounced')}`,
  not_reached: sql`p.verdict = 'planned' and ${LAST} and (not coalesce(${SENT}, false) or ${fact('bounced')})`,
  opened: byHuman('opened'),
  not_opened: sql`${SENT} and not ${byHuman('opened')}`,
  clicked: byHuman('clicked'),
  not_clicked: sql`${SENT} and not ${byHuman('clicked')}`,
  answered_yes: answerGroup('p', 'yes'),
  answered_no: answerGroup('p', 'no'),
  answered_maybe: answerGroup('p', 'maybe'),
  not_answered: sql`${SENT} and ${answerGroup('p', 'none')}`,
  placed: answerGroup('p', 'placed'),
  waiting: answerGroup('p', 'waiting'),
};

/** What a line of the earlier group was about: one asset, or each of those it listed. */
export const COPIED = sql`p.party_kind, p.party_id, p.asset_id, listed`;
export const LISTED = sql`left join lateral unnest(p.asset_ids) as listed on true`;

/** The group of an earlier run or action, copied as it was: its parties and their assets; the gates run anew. */
export const copySource = (copyOf: NonNullable<Audience['copyOf']>): RawBuilder<unknown> => {
  const runs =
    'runId' in copyOf
      ? sql`p.run_id = ${copyOf.runId}`
      : sql`p.run_id = any(array(select id from run where action_id = ${copyOf.actionId} and mode <> 'test' and sealed_at is not null))`;
  return sql`(select distinct ${COPIED} from recipient p ${LISTED} where ${runs} and ${WHICH[copyOf.which]})`;
};
