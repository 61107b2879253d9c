import { type NumberType, parsePhoneNumberFromString } from 'libphonenumber-js/max';

export type NumberKind = 'mobile' | 'landline' | 'premium' | 'unroutable';

/** What a numbering plan cannot tell from a mobile number may be one. */
const KINDS: Partial<Record<NonNullable<NumberType>, NumberKind>> = {
  MOBILE: 'mobile',
  FIXED_LINE_OR_MOBILE: 'mobile',
  FIXED_LINE: 'landline',
  PREMIUM_RATE: 'premium',
  SHARED_COST: 'premium',
};

/** What a number in E.164 is by its country's numbering plan: only a mobile one can get an SMS. */
export const kindOfNumber = (number: string): { kind: NumberKind; country: string | null } => {
  const parsed = parsePhoneNumberFromString(number);
  const type = parsed?.isValid() ? parsed.getType() : undefined;
  return { kind: (type && KINDS[type]) ?? 'unroutable', country: parsed?.country ?? null };
};
