import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

/**
 * Numbering plans so plain that a pattern decides as the library does, at a fiftieth of its time: a list has a million numbers. `trunk` is what is dialled
 * before a number at home.
 */
const PLAIN: Record<string, { code: string; trunk: string; number: RegExp }> = {
  NO: { code: '47', trunk: '', number: /^[2-9]\d{7}$/ },
  DK: { code: '45', trunk: '', number: /^[2-9]\d{7}$/ },
  PL: { code: '48', trunk: '', number: /^[1-9]\d{8}$/ },
  FR: { code: '33', trunk: '0', number: /^[1-9]\d{8}$/ },
};
const PLANS = Object.values(PLAIN);
const DIGITS = /^(?:\+|00(?=[1-9])|(?!00|0 0))\d(?: ?\d)+$/;

const plainKey = (raw: string, country: string | null): string | null => {
  if (!DIGITS.test(raw)) return null;
  const digits = raw.replaceAll(' ', '');
  const abroad = digits.startsWith('+') ? digits.slice(1) : digits.startsWith('00') ? digits.slice(2) : null;
  const plan = abroad === null ? PLAIN[country ?? ''] : PLANS.find(({ code }) => abroad.startsWith(code));
  if (plan === undefined) return null;
  if (abroad === null && !digits.startsWith(plan.trunk)) return null;
  const number = (abroad ?? digits).slice(abroad === null ? plan.trunk.length : plan.code.length);
  return plan.number.test(number) ? `+${plan.code}${number}` : null;
};

/** E.164 (`+4722123456`), or null when it is not a valid number. A number without a country code is read as one of `country`. */
export const phoneKey = (raw: string, country: string | null): string | null => {
  const plain = plainKey(raw, country);
  if (plain !== null) return plain;
  const home = country !== null && isSupportedCountry(country) ? country : undefined;
  const written = raw.trim().replace(/^00(?=[1-9])/, '+');
  const parsed = parsePhoneNumberFromString(written, { ...(home && { defaultCountry: home }), extract: false });
  return parsed?.isValid() ? parsed.number : null;
};

/** Whether it might be a phone number at all, whatever its country. */
export const looksLikePhone = (raw: string): boolean =>
  /^[+0-9()./\s\u00a0-]{4,}(?:\s*(?:ext|x|#)\.?\s*\d{1,6})?$/i.test(raw) && /\d.*\d.*\d/.test(raw);
