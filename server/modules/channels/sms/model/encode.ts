import { GSM_BASIC, GSM_EXTENSION, type SmsEncoding } from '../../../../../contract/sms-text.ts';

const ESCAPE = 0x1b;
const codes = new Map<string, number[]>([
  ...[...GSM_BASIC].map((character, code): [string, number[]] => [character, [code]]),
  ...Object.entries(GSM_EXTENSION).map(([character, code]): [string, number[]] => [character, [ESCAPE, code]]),
]);

/** As SMPP takes it: a septet of GSM 03.38 in each octet, or UTF-16 with the high octet first. */
export const encodeSms = (text: string, encoding: SmsEncoding): Buffer => {
  if (encoding === 'ucs2') return Buffer.from(text, 'utf16le').swap16();
  const octets = Buffer.allocUnsafe(text.length * 2);
  let length = 0;
  for (const character of text) for (const code of codes.get(character) ?? []) octets[length++] = code;
  return octets.subarray(0, length);
};
