import { GSM_BASIC, GSM_EXTENSION, type SmsEncoding } from '../../../../../contract/sms-text.ts';

const ESCAPE = 0x1b;
/** Of a code that goes after an escape. */
const ESCAPED = 0x80;
const UNKNOWN = 0xff;

/** By code unit. */
const CODES = new Uint8Array(0x10000).fill(UNKNOWN);
[...GSM_BASIC].forEach((character, code) => {
  CODES[character.charCodeAt(0)] = code;
});
for (const [character, code] of Object.entries(GSM_EXTENSION)) CODES[character.charCodeAt(0)] = code | ESCAPED;

/** As SMPP takes it: a septet of GSM 03.38 in each octet, or UTF-16 with the high octet first. */
export const encodeSms = (text: string, encoding: SmsEncoding): Buffer => {
  if (encoding === 'ucs2') return Buffer.from(text, 'utf16le').swap16();
  const octets = Buffer.allocUnsafe(text.length * 2);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = CODES[text.charCodeAt(at)] ?? UNKNOWN;
    if (code === UNKNOWN) continue;
    if (code & ESCAPED) octets[length++] = ESCAPE;
    octets[length++] = code & ~ESCAPED;
  }
  return octets.subarray(0, length);
};
