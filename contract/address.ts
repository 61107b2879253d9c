/** WHATWG URL: in Node and in browsers the same way from a domain in any script to its A-labels. */
declare const URL: { new (url: string): { hostname: string } };

const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN =
  /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?)+$/u;
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
const TOP_LEVEL = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/** How many bytes the text takes in UTF-8; a surrogate pair is one character of four. */
const octets = (text: string): number => {
  let count = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    count += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return count;
};

/** Needs no conversion: ASCII letters, without a label that claims to be one. */
const PLAIN = /^(?!.*xn--)[a-z0-9.-]+\.[a-z]+$/;

const asciiOf = (domain: string): string | null => {
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return null;
  }
};

/** A domain in lower case with A-labels (`blåbær.no` → `xn--blbr-roah.no`), or null when it is not one. An address literal is not. */
export const domainKey = (raw: string): string | null => {
  const written = raw.trim().normalize('NFC').toLowerCase();
  if (!DOMAIN.test(written)) return null;
  const ascii = PLAIN.test(written) ? written : asciiOf(written);
  if (ascii === null) return null;
  const labels = ascii.split('.');
  if (ascii.length > 253 || labels.length < 2) return null;
  if (!labels.every((label) => LABEL.test(label))) return null;
  return TOP_LEVEL.test(labels.at(-1) ?? '') ? ascii : null;
};

/** An address of ASCII letters and digits as most are: nothing to convert, whatever else is asked holds. */
const SIMPLE = /^(?!.*xn--)[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/**
 * The key under which an e-mail address is compared everywhere: trimmed, NFC, lower case, the domain as A-labels; null when the address is not valid.
 * Dots and plus tags of the local part stay as they are: only its provider knows what they mean. Quoted local parts are not taken.
 */
export const emailKey = (raw: string): string | null => {
  const written = raw.trim().normalize('NFC').toLowerCase();
  const at = written.lastIndexOf('@');
  if (at <= 64 && written.length <= 254 && SIMPLE.test(written)) return written;
  if (at < 1) return null;
  const local = written.slice(0, at);
  if (octets(local) > 64 || !LOCAL_PART.test(local)) return null;
  const domain = domainKey(written.slice(at + 1));
  if (domain === null) return null;
  return octets(local) + 1 + domain.length > 254 ? null : `${local}@${domain}`;
};
