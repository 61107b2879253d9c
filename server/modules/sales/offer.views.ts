import { sql } from 'kysely';
import type * as api from '../../../contract/offers.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { documentList, type LineOfCampaign, latestFor } from './sales-document.views.ts';
import { linesOf } from './sales-line.store.ts';

type Moments = 'answeredAt' | 'createdAt';
type ShownOfferRow = Omit<api.OfferRow, Moments> & { answeredAt: Date | null };
export type ShownOffer = Omit<api.Offer, Moments | 'pageUrl'> & { answeredAt: Date | null; createdAt: Date };

const OFFERS = documentList<ShownOfferRow>({
  table: 'offer',
  /** Open until the end of its last day. */
  stateOn: (day) => sql`case when d.state = 'open' and d.valid_until < ${day}::date then 'expired' else d.state end`,
  own: sql`d.valid_until, d.answered_at`,
  sorts: { validUntil: { by: sql`d.valid_until`, type: 'date' } },
});

export const pageOfOffers = OFFERS.page;

/** Throws NotFound. */
export const showOffer = async (db: Db, id: string, day: string): Promise<ShownOffer> => {
  const { rows } = await sql<Omit<ShownOffer, 'lines'>>`
    select ${OFFERS.columns(day)}, d.buyer, d.language, d.vat_treatment, d.vat, d.vat_minor::float8 as vat_minor, d.terms, d.answered_by, d.answer_note,
      d.created_at, (select jsonb_build_object('id', k.id, 'name', k.name) from company k where k.id = d.company_id) as company
    from ${OFFERS.tables} where d.id = ${id}`.execute(db);
  if (rows[0] === undefined) throw new NotFound('offer');
  return { ...rows[0], lines: await linesOf(db, id) };
};

export const offerFor = (db: Db, line: LineOfCampaign) => latestFor(db, 'offer', line);
