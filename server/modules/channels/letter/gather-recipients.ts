import { type RawBuilder, sql } from 'kysely';
import type { Language } from '../../../../contract/messages/index.ts';
import type { Tx } from '../../../platform/database/open-database.ts';
import { userName } from '../../access/index.ts';
import { createMerge, type MergeValues } from '../../content/index.ts';
import { personName, presentId } from '../../crm/index.ts';
import type { PostalAddress } from './model/postal-address.ts';

export interface Recipient {
  no: number;
  party: { kind: 'contact' | 'company' | 'lead'; id: string };
  language: Language | null;
  address: PostalAddress;
  values: MergeValues;
  senderName: string | null;
}

type Row = PostalAddress &
  Omit<Recipient, 'address' | 'party'> & { partyKind: Recipient['party']['kind']; partyId: string };

const kind = (is: string) => sql`line.party_kind = ${sql.lit(is)}`;

/** Who gets a letter, with name and address as the records say now, and the merge values in the order of `fields`. */
export const gatherRecipients = async (
  tx: Tx,
  lines: RawBuilder<unknown>,
  fields: readonly string[],
): Promise<Recipient[]> => {
  const { values, joins } = await createMerge(tx, fields);
  const either = (column: string) => {
    const of = (alias: string) => sql`nullif(${sql.ref(`${alias}.${column}`)}, '')`;
    return sql`case line.party_kind when 'company' then ${of('office')} when 'lead' then ${of('lead')} else ${of('human')} end as ${sql.ref(column)}`;
  };
  const { rows } = await sql<Row>`
    select line.no, line.party_kind, line.party_id, line.language, ${sql.join(['street', 'postal_code', 'city', 'country'].map(either))},
      coalesce(case line.party_kind when 'company' then office.name
        when 'lead' then case line.role when 'office' then lead.company_name else ${personName('lead')} end
        else ${personName('human')} end, '') as name,
      ${values} as values, ${userName(sql`line.sender_id`)} as sender_name
    from (${lines}) as line ${joins}
    left join contact human on ${kind('contact')} and human.id = ${presentId('contact', sql`line.party_id`)}
    left join company office on ${kind('company')} and office.id = ${presentId('company', sql`line.party_id`)}
    left join lead on ${kind('lead')} and lead.id = ${presentId('lead', sql`line.party_id`)}
    order by line.no`.execute(tx);
  return rows.map(({ partyKind, partyId, no, language, values, senderName, ...address }) => ({
    no,
    party: { kind: partyKind, id: partyId },
    language,
    values,
    senderName,
    address,
  }));
};
