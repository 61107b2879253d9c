import { type RawBuilder, sql } from 'kysely';
import type { Audience } from '../../../contract/audience.ts';

const WHICH = {
  all: sql`true`,
  sent: sql`exists (select from outcome o where o.run_id = p.run_id and o.no = p.no and o.state = 'sent')`,
  reached: sql`exists (select from outcome o where o.run_id = p.run_id and o.no = p.no and o.state = 'sent')
    and not exists (select from first_event e where e.run_id = p.run_id and e.no = p.no and e.kind = 'bounced')`,
};

/** The group of an earlier run, copied as it was: its parties; the gates run anew. */
export const copySource = ({ runId, which }: NonNullable<Audience['copyOf']>): RawBuilder<unknown> =>
  sql`(select distinct p.party_kind, p.party_id from recipient p where p.run_id = ${runId} and ${WHICH[which]})`;
