import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

/** E.164 (`+4722123456`), or null when it is not a valid number. A number without a country code is read as one of `country`. */
export const phoneKey = (raw: string, country: string | null): string | null => {
  const home = country !== null && isSupportedCountry(country) ? country : undefined;
  const written = raw.trim().replace(/^00(?=[1-9])/, '+');
  const parsed = parsePhoneNumberFromString(written, { ...(home && { defaultCountry: home }), extract: false });
  return parsed?.isValid() ? parsed.number : null;
};

/** Whether it might be a phone number at all, whatever its country. */
export const looksLikePhone = (raw: string): boolean =>
  /^[+0-9()./\s\u00a0-]{4,}(?:\s*(?:ext|x|#)\.?\s*\d{1,6})?$/i.test(raw) && /\d.*\d.*\d/.test(raw);
