import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { expect, test } from 'vitest';
import { looksLikePhone, phoneKey } from './phone-key.ts';

test.each([
  ['+47 22 12 34 56', null, '+4722123456'],
  ['22 12 34 56', 'NO', '+4722123456'],
  ['0047 22123456', 'PL', '+4722123456'],
  ['(22) 621 02 02', 'PL', '+48226210202'],
  ['01 42 68 53 00', 'FR', '+33142685300'],
  ['22 12 34 56', null, null],
  ['123', 'NO', null],
  ['+47 1', null, null],
  ['ring meg', 'NO', null],
  ['22 12 34 56', 'XX', null],
])('%j in %s is %s', (raw, country, key) => {
  expect(phoneKey(raw, country)).toBe(key);
});

test.each([
  ['22 12 34 56', true],
  ['+47 22.12.34-56', true],
  ['22 12 34 56 ext. 12', true],
  ['n/a', false],
  ['ring meg', false],
  ['-', false],
  ['kari@example.no', false],
])('%j looks like a phone number: %s', (raw, answer) => {
  expect(looksLikePhone(raw)).toBe(answer);
});

test('decides in every country as the library does', () => {
  const start = fc.constantFrom('+47', '0047', '+48', '+33', '+330', '+45', '+46', '+1', '0', '00', '');
  const digits = fc
    .array(fc.constantFrom(...'0123456789', ' '), { minLength: 3, maxLength: 12 })
    .map((signs) => signs.join(''));
  fc.assert(
    fc.property(start, digits, fc.constantFrom('NO', 'PL', 'FR', 'DK', 'SE', undefined), (begins, rest, country) => {
      const raw = `${begins} ${rest}`.trim();
      const written = raw.replace(/^00(?=[1-9])/, '+');
      const parsed = parsePhoneNumberFromString(written, {
        ...(country && { defaultCountry: country }),
        extract: false,
      });
      expect(phoneKey(raw, country ?? null)).toBe(parsed?.isValid() ? parsed.number : null);
    }),
    { numRuns: 3000 },
  );
});
