import { GSM_BASIC, GSM_EXTENSION, type SmsEncoding } from '../../../../../contract/sms-text.ts';

const ESCAPE = 0x1b;
const codes = new Map<string, number[]>([
  ...[...GSM_BASIC].map((character, code): [string, number[]] => [character, [code]]),
  ...Object.entries(GSM_EXTENSION).map(([character, code]): [string, number[]] => [character, [ESCAPE, code]]),
]);

/** As SMPP takes it: a septet of GSM 03.38 in each octet, or UTF-16 with the high octet first. */
export const encodeSms = (text: string, encoding: SmsEncoding): Buffer => {
  if (encoding === 'ucs2') return Buffer.from(text, 'utf16le').swap16();
  return Buffer.from([...text].flatMap((character) => codes.get(character) ?? []));
};

const characters = new Map([...codes].map(([character, code]) => [code.join(), character]));

/** What cannot be read is a question mark. */
export const decodeGsm = (octets: Buffer): string => {
  let text = '';
  for (let at = 0; at < octets.length; at += 1) {
    const code = octets[at] as number;
    const key = code === ESCAPE ? `${ESCAPE},${octets[++at]}` : String(code);
    text += characters.get(key) ?? '?';
  }
  return text;
};
