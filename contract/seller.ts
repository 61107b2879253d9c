import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Ok } from './paging.ts';
import { text } from './party.ts';

const Filled = z.string().trim().min(1).max(200);

/** Mod 97 of ISO 13616 over the rearranged characters. */
const isIban = (iban: string): boolean => {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((one) => Number.parseInt(one, 36)).join('');
  return BigInt(digits) % 97n === 1n;
};

const Iban = text(50)
  .transform((iban) => iban?.replaceAll(/\s/g, '').toUpperCase() ?? null)
  .refine((iban) => iban === null || isIban(iban), 'iban_wrong');
const Bic = text(20).refine((bic) => bic === null || /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic), 'bic_wrong');

const fields = {
  name: Filled,
  street: Filled,
  postalCode: Filled,
  city: Filled,
  vatId: Filled,
  /** In the register of companies. */
  registration: text(50),
  iban: Iban,
  bic: Bic,
  email: text(254),
  phone: text(50),
};

/** The company as its invoices name it. */
export const Seller = z.object({
  name: z.string(),
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
  country: z.string(),
  vatId: z.string(),
  registration: z.string().nullable(),
  iban: z.string().nullable(),
  bic: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});
export type Seller = z.output<typeof Seller>;

export const getSeller = endpoint({
  name: 'getSeller',
  method: 'GET',
  path: '/api/seller',
  tag: 'Sales',
  summary: 'Who sends the invoices: name, address, VAT number, account; null until somebody has said',
  input: z.object({}),
  output: z.object({ seller: Seller.nullable() }),
});
export const saveSeller = endpoint({
  name: 'saveSeller',
  method: 'PUT',
  path: '/api/seller',
  tag: 'Sales',
  summary: 'Say who sends the invoices from now on; what was issued keeps what it had',
  input: z.object(fields),
  output: Ok,
});
