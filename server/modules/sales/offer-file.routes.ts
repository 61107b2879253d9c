import { z } from 'zod';
import type { Seller } from '../../../contract/seller.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { bare } from '../../platform/http/route.ts';
import { type Actor, authorise, loadInstallation, loadSendTimes } from '../access/index.ts';
import { todayOf } from '../catalogue/index.ts';
import type { Press } from '../layouts/index.ts';
import { type ShownOffer, showOffer } from './offer.views.ts';
import { offerSheet } from './offer-sheet.ts';
import { fileNameOf, type SalesFile, sendSalesFile } from './sales-file.ts';
import { findSellerAt } from './seller.store.ts';
import { onlyNamed } from './sheet-parts.ts';

/** Who made it, as he was called then; before anybody has said who sells, the name of the company. */
const sellerOfOffer = async (db: Db, { createdAt }: ShownOffer): Promise<Seller> => {
  const seller = await findSellerAt(db, createdAt);
  if (seller !== null) return seller;
  const [{ name }, { country }] = await Promise.all([loadInstallation(db), loadSendTimes(db)]);
  return onlyNamed(name, country);
};

export const offerFile = async ({ db, press }: { db: Db; press: Press }, offer: ShownOffer): Promise<SalesFile> => {
  const { pdf } = await press.print(offerSheet(offer, await sellerOfOffer(db, offer)));
  return { name: `${fileNameOf(offer.number)}.pdf`, type: 'application/pdf', body: pdf };
};

export const downloadOffer = bare<{ db: Db; clock: Clock; press: Press }, Actor>({
  method: 'GET',
  path: '/api/offers/:id/files/pdf',
  access: 'session',
  summary: 'An offer as PDF',
  handle: async (needs, actor, { request, reply }) => {
    authorise(actor, 'sales.see');
    const { id } = z.object({ id: z.uuid() }).parse(request.params);
    const offer = await showOffer(needs.db, id, await todayOf(needs.db, needs.clock));
    return sendSalesFile(reply, await offerFile(needs, offer));
  },
});
