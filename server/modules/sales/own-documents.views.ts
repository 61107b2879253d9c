import { type RawBuilder, sql } from 'kysely';
import type { Party } from '../../../contract/runs.ts';
import type { Config } from '../../config/config.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { invoicePath } from './invoices.ts';
import { offerPath } from './offers.ts';

/** An invoice, credit note or offer as its recipient sees it in a list. */
export interface OwnDocument {
  kind: 'invoice' | 'credit_note' | 'offer';
  number: string;
  title: string;
  currency: string;
  /** Of an invoice: less what was credited in part. */
  grossMinor: number;
  state: 'open' | 'overdue' | 'paid' | 'credited' | 'expired' | 'accepted' | 'declined' | 'withdrawn';
  issuedOn: string;
  /** Until when it is to be paid, or holds. */
  until: string;
  /** Its page, by an address that nobody can guess. */
  path: string;
}

const SHOWN = 50;

const INVOICED = sql`case when d.state = 'credited' then d.gross_minor else d.gross_minor - d.credited_net_minor - d.credited_vat_minor end`;

/** What is made out to exactly this party, newest first: not to his firm, nor to its other people. */
export const findOwnDocuments = async (
  needs: { db: Db; config: Pick<Config, 'secret'> },
  { kind, id }: Party,
  day: string,
): Promise<OwnDocument[]> => {
  const listed = (
    which: RawBuilder<unknown>,
    amount: RawBuilder<unknown>,
    until: RawBuilder<unknown>,
    late: 'overdue' | 'expired',
  ) => sql`
    ${which} as kind, d.id, d.number, d.title, d.currency, (${amount})::float8 as gross_minor, d.issued_on, ${until} as until, d.created_at,
    case when d.state = 'open' and ${until} < ${day}::date then ${late} else d.state end as state`;
  const mine = sql`d.party_kind = ${kind} and d.party_id = ${id} and not d.test order by d.created_at desc, d.id desc limit ${SHOWN}`;
  const { rows } = await sql<Omit<OwnDocument, 'path'> & { id: string }>`
    select kind, id, number, title, currency, gross_minor, issued_on, until, state from (
      (select ${listed(sql`d.kind`, INVOICED, sql`d.due_on`, 'overdue')} from invoice d where ${mine})
      union all (select ${listed(sql`'offer'`, sql`d.gross_minor`, sql`d.valid_until`, 'expired')} from offer d where ${mine})
    ) as document order by created_at desc, id desc`.execute(needs.db);
  return rows.map(({ id: documentId, ...document }) => ({
    ...document,
    path: document.kind === 'offer' ? offerPath(needs, documentId) : invoicePath(needs, documentId),
  }));
};
