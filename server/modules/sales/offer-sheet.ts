import type { Seller } from '../../../contract/seller.ts';
import type { PrintJob, Row } from '../layouts/index.ts';
import type { ShownOffer } from './offer.views.ts';
import { dayOf, type Sold, say, soldSheet } from './sheet-parts.ts';

const infoOf = (offer: Sold & Pick<ShownOffer, 'issuedOn' | 'validUntil'>): Row[] => [
  ...(offer.number ? [{ label: say(offer, 'number'), value: offer.number }] : []),
  { label: say(offer, 'date'), value: dayOf(offer, offer.issuedOn) },
  { label: say(offer, 'validUntil'), value: dayOf(offer, offer.validUntil) },
  ...(offer.buyer.vatId ? [{ label: say(offer, 'customerVat'), value: offer.buyer.vatId }] : []),
];

/** The offer on A4, as it was made: what was answered is not on it. */
export const offerSheet = (offer: ShownOffer, seller: Seller): PrintJob => {
  const sold = { ...offer, seller };
  return soldSheet(sold, {
    subject: say(sold, 'offer', { number: offer.number ?? '' }).trim(),
    info: infoOf(sold),
    proof: 'offerProof',
    gross: 'gross',
    blocks: [],
  });
};
