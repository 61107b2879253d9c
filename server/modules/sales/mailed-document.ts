import { type RawBuilder, sql } from 'kysely';
import type { ActionId } from '../../../contract/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { todayOf } from '../catalogue/index.ts';
import { presentId } from '../crm/index.ts';
import type { Press } from '../layouts/index.ts';
import { showInvoice } from './invoice.views.ts';
import { invoiceFile } from './invoice-files.routes.ts';
import { showOffer } from './offer.views.ts';
import { offerFile } from './offer-file.routes.ts';
import { fileNameOf, type SalesFile } from './sales-file.ts';
import { whoseDocuments } from './whose-document.ts';

/** What an action issued and another one mails. */
export interface MailedDocument {
  kind: 'invoice' | 'offer';
  /** Of the action that issued it. */
  actionId: ActionId;
}

/** Not what takes one back. */
const ISSUED = { invoice: sql`d.kind = 'invoice'`, offer: sql`true` } as const satisfies Record<
  MailedDocument['kind'],
  RawBuilder<unknown>
>;

const LINE_PARTY = sql`case line.party_kind when 'contact' then ${presentId('contact', sql`line.party_id`)}
  when 'company' then ${presentId('company', sql`line.party_id`)} else line.party_id end`;

/**
 * The id of the latest that was issued to the party of the alias `line` (party_kind, party_id, about), else to the firm whose main contact it
 * is, as text; null where there is none. Who got one for each asset gets that of the line's. `test`: proofs too.
 */
export const mailedTo = ({ kind, actionId }: MailedDocument, test: boolean): RawBuilder<string | null> => sql`(
  select d.id::text from ${whoseDocuments(sql`line.party_kind`, LINE_PARTY)} as whose
  join ${sql.table(kind)} d on d.party_kind = whose.kind and d.party_id = whose.id
  left join recipient r on r.run_id = d.run_id and r.no = d.line_no
  where d.action_id = ${actionId}::uuid and ${ISSUED[kind]} and (${test}::boolean or not d.test)
  order by whose.rank, coalesce(coalesce(r.asset_ids, array[r.asset_id]) && line.about::uuid[], false) desc, d.created_at desc, d.id desc limit 1)`;

interface Needs {
  db: Db;
  clock: Clock;
  press: Press;
}

/** As it was issued, whatever became of it since. Throws NotFound. */
const invoiceAsIssued = async ({ db, clock }: Omit<Needs, 'press'>, id: string) => ({
  ...(await showInvoice(db, id, await todayOf(db, clock))),
  creditedBy: [],
  creditedMinor: 0,
});

export const mailedFile = async (needs: Needs, { kind }: MailedDocument, id: string): Promise<SalesFile> =>
  kind === 'invoice'
    ? invoiceFile(needs, await invoiceAsIssued(needs, id), 'pdf')
    : offerFile(needs, await showOffer(needs.db, id, await todayOf(needs.db, needs.clock)));

/** The name of that file. */
export const mailedName = async (db: Db, { kind }: MailedDocument, id: string): Promise<string | null> => {
  const { rows } = await sql<{ number: string | null }>`select number from ${sql.table(kind)} where id = ${id}`.execute(
    db,
  );
  return rows[0] === undefined ? null : `${fileNameOf(rows[0].number)}.pdf`;
};
