import { sql } from 'kysely';
import type { Tx } from '../../platform/database/open-database.ts';
import type { ConvertedLead } from '../crm/index.ts';
import { type OptOutRow, optOut } from './opt-out.store.ts';
import { type ConsentRow, recordConsents } from './record-consents.ts';
import { type TrackingDecision, writeTrackingConsent } from './tracking-consent.ts';

interface Decided extends ConsentRow {
  recordId: string;
}
interface Left extends Omit<OptOutRow, 'subject'> {
  optOutId: string;
  campaignId: string | null;
  topicId: string | null;
}

/** Whom a decision of a lead holds for now: what was said about the office's address, the company; anything else, the person. */
const takerOf = ({ contactId, companyId, officeKeys }: ConvertedLead, addressKey: string) => {
  const office = companyId !== null && (contactId === null || officeKeys.includes(addressKey));
  return office
    ? { partyKind: 'company', partyId: companyId as string }
    : { partyKind: 'contact', partyId: contactId as string };
};

/** What was said about opens and clicks; a lead's yes does not overrule what the customer said. */
const carryTrackingOver = async (tx: Tx, converted: ConvertedLead): Promise<void> => {
  const { leadId } = converted;
  const { rows } = await sql<TrackingDecision>`
    select decision, wording, source, evidence, recorded_by, at from tracking_consent
    where party_kind = 'lead' and party_id = ${leadId} order by id desc limit 1`.execute(tx);
  const [said] = rows;
  if (said === undefined) return;
  const { partyKind: kind, partyId: id } = takerOf(converted, '');
  const evidence = { ...said.evidence, leadId };
  await writeTrackingConsent(tx, [{ kind, id }], { ...said, evidence }, { unlessSaid: said.decision === 'given' });
};

/**
 * A customer has what he decided as a lead: each decision in force is recorded anew for him, with the words and the source of the first record, and so
 * are his opt-outs. The lead's own stay. What he said as a customer since is not overruled.
 */
export const carryConsentOver = async (tx: Tx, converted: ConvertedLead): Promise<void> => {
  const { leadId } = converted;
  const { rows: decided } = await sql<Decided>`
    select c.address_key, c.channel, c.topic_id, c.decision, r.wording, r.source, r.evidence, r.recorded_by, c.at, r.id as record_id
    from consent c join consent_record r on r.id = c.record_id where c.party_kind = 'lead' and c.party_id = ${leadId} order by c.at, r.id`.execute(
    tx,
  );
  const { rows: left } = await sql<Left>`
    select id as opt_out_id, campaign_id, topic_id, channel, address_key, source, evidence, recorded_by, at from opt_out
    where party_kind = 'lead' and party_id = ${leadId} and lifted_at is null order by id`.execute(tx);
  const optOuts = left.map(({ optOutId, campaignId, topicId, ...row }) => ({
    ...row,
    ...takerOf(converted, row.addressKey),
    subject: campaignId === null ? { topicId: topicId as string } : { campaignId },
    evidence: { ...row.evidence, leadId, optOutId },
  }));
  const consents = decided.map(({ recordId, ...row }) => ({
    ...row,
    ...takerOf(converted, row.addressKey),
    evidence: { ...row.evidence, leadId, recordId },
  }));
  await optOut(tx, optOuts);
  await carryTrackingOver(tx, converted);
  await recordConsents(tx, consents, { overrules: false });
};
