import { type RawBuilder, sql } from 'kysely';
import type { Action } from '../../../contract/campaigns.ts';
import { json } from '../../platform/database/json.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { presentUser } from '../access/index.ts';

/** What says who a run's messages are from; frozen in its terms. */
export interface SenderTerms {
  senderPolicy: Action['senderPolicy'];
  ownerId: string;
  creatorId: string;
}

/**
 * Who a recipient line is from, as a join for a query over the alias `line` (party_kind, party_id, company_id): afterwards `sender.id`, `sender.name` and
 * `sender.email` are the person's, or null where the account's own From must do. A sender who was disabled is replaced by the campaign's
 * owner, one who is away by his stand-in; a person without an account manager has his firm's.
 */
export const joinLineSender = ({ senderPolicy, ownerId, creatorId }: SenderTerms): RawBuilder<unknown> => {
  const first = {
    creator: sql`select ${creatorId}::uuid, 1`,
    owner: sql`select ${ownerId}::uuid, 1`,
    account_manager: sql`
      select c.account_manager_id, 1 from contact c where line.party_kind = 'contact' and c.id = line.party_id
      union all select k.account_manager_id, 2 from company k
        where k.id = case line.party_kind when 'company' then line.party_id else line.company_id end`,
  }[senderPolicy];
  return sql`left join lateral (
    select u.id, u.name, u.email from (${first} union all select ${ownerId}::uuid, 9) candidate (id, rank)
    join app_user u on u.id = ${presentUser(sql`candidate.id`)} and u.disabled_at is null
    order by candidate.rank limit 1) sender on true`;
};

export interface SentLine {
  partyKind: string;
  partyId: string;
  companyId: string | null;
}

/** Who each of the lines is from, in their order; replies go to that person. */
export const sendersOfLines = async (
  db: Db,
  terms: SenderTerms,
  lines: readonly SentLine[],
): Promise<({ name: string; replyTo: string | null } | null)[]> => {
  if (terms.senderPolicy !== 'account_manager' && lines.length > 1) {
    const [one = null] = await sendersOfLines(db, terms, lines.slice(0, 1));
    return lines.map(() => one);
  }
  const given = lines.map(({ partyKind, partyId, companyId }) => ({
    kind: partyKind,
    party: partyId,
    company: companyId,
  }));
  const { rows } = await sql<{ name: string | null; email: string | null }>`
    select sender.name, sender.email
    from rows from (jsonb_to_recordset(${json(given)}) as (kind text, party uuid, company uuid))
      with ordinality as line (party_kind, party_id, company_id, place)
    ${joinLineSender(terms)}
    order by line.place`.execute(db);
  return rows.map(({ name, email }) => (name === null ? null : { name, replyTo: email }));
};
