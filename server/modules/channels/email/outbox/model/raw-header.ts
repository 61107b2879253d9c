const WORD = /=\?([\w-]+)\?([bq])\?([^?]*)\?=/gi;

const fromQ = (text: string): Buffer =>
  Buffer.from(
    text
      .replace(/_/g, ' ')
      .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

/** The bytes of neighbouring encoded words are joined before they are decoded: a character may not be split, but programs do it. */
const decodeWords = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(WORD, (_, _charset: string, kind: string, text: string) =>
      (kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : fromQ(text)).toString('utf8'),
    );

/** One header of a raw message, unfolded and decoded (RFC 2047, UTF-8); null when it is not there. */
export const headerOf = (raw: Buffer, name: string): string | null => {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw
    .subarray(0, end === -1 ? raw.length : end)
    .toString('utf8')
    .replace(/\r\n[ \t]+/g, ' ');
  const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name}:`));
  return line === undefined ? null : decodeWords(line.slice(name.length + 1).trim()).replaceAll('\u0000', '');
};
