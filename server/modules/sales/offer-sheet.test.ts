import { expect, test } from 'vitest';
import type { ShownOffer } from './offer.views.ts';
import { offerSheet } from './offer-sheet.ts';
import { onlyNamed } from './sheet-parts.ts';

const line = { number: 'T1', name: 'Winter tyre', unit: 'pcs', quantity: 4000, priceMinor: 149_900 };
const OFFER = {
  number: 'O-2026-0001',
  title: 'Tyres',
  state: 'accepted',
  currency: 'NOK',
  issuedOn: '2026-03-02',
  validUntil: '2026-03-16',
  vatTreatment: 'domestic',
  buyer: { name: 'Kari Dahl', company: null, street: null, postalCode: null, city: null, country: 'SE', vatId: null },
  lines: [{ ...line, amountMinor: 599_600, vatClass: 'standard' }],
  vat: [{ category: 'S', rate: 2500, classes: ['standard'], netMinor: 599_600, vatMinor: 149_900 }],
  netMinor: 599_600,
  grossMinor: 749_500,
  terms: '',
} as unknown as ShownOffer;
const SELLER = onlyNamed('Nordlys Bil AS', 'NO');

test.each([
  ['en', 'Offer O-2026-0001', 'Valid until', '16 Mar 2026', 'In all'],
  ['nb', 'Tilbud O-2026-0001', 'Gyldig til', '16. mars 2026', 'I alt'],
  ['pl', 'Oferta O-2026-0001', 'Ważna do', '16 mar 2026', 'Razem'],
  ['fr', 'Offre O-2026-0001', 'Valable jusqu’au', '16 mars 2026', 'TTC'],
] as const)('%s: an offer says until when it holds and what it comes to', (language, subject, label, value, gross) => {
  const [sheet] = offerSheet({ ...OFFER, language }, SELLER).documents;
  expect(sheet).toMatchObject({ subject, address: ['Kari Dahl', 'SWEDEN'] });
  expect(sheet?.info).toContainEqual({ label, value });
  const totals = sheet?.blocks.find(({ kind }) => kind === 'totals');
  expect(totals).toMatchObject({ rows: [{}, {}, { label: gross, strong: true }] });
});

test('a company that has not said who sells stands there by its name alone', () => {
  const { heads } = offerSheet({ ...OFFER, language: 'en' }, SELLER);
  expect(heads).toMatchObject([
    { form: 'nordic', name: 'Nordlys Bil AS', sender: 'Nordlys Bil AS', footer: [['Nordlys Bil AS']] },
  ]);
});

test('a proof says that it is none', () => {
  const [sheet] = offerSheet({ ...OFFER, number: null, language: 'en' }, SELLER).documents;
  expect(sheet?.subject).toBe('Offer');
  expect(sheet?.blocks[0]).toMatchObject({ runs: [{ text: 'PROOF – not an offer' }] });
});
