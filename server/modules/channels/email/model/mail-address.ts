/** An address as SMTP wants it. */
export interface MailAddress {
  local: string;
  /** An A-label. */
  domain: string;
  /** The local part is not ASCII: the server must speak SMTPUTF8. */
  utf8: boolean;
}

const LOCAL = /^[^\s<>()[\],;:@"\\\p{Cc}\p{Surrogate}]{1,64}$/u;
const DOMAIN = /^(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*$/;

/** What nearly all addresses look like; anything that has to be looked at more closely is not among them. */
const PLAIN = /^(?=[^@]{1,64}@.{4,253}$)(?!.*xn--)[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9-]{1,63}\.)+[a-z]{2,63}$/;

/** Null for what could not be written in a command or a header without meaning something else (A14). */
export const readMailAddress = (address: string, toAscii: (domain: string) => string): MailAddress | null => {
  const at = address.lastIndexOf('@');
  if (at < 1) return null;
  const local = address.slice(0, at);
  const written = address.slice(at + 1);
  if (PLAIN.test(address)) return { local, domain: written, utf8: false };
  // What turns a domain into ASCII drops line breaks, reads percent signs as in an address of the web, and a number as four.
  if (/[\s\p{Cc}%]/u.test(written)) return null;
  const domain = toAscii(written).toLowerCase();
  if (
    !LOCAL.test(local) ||
    Buffer.byteLength(local) > 64 ||
    local.startsWith('.') ||
    local.endsWith('.') ||
    local.includes('..') ||
    !DOMAIN.test(domain) ||
    /^[\d.]+$/.test(domain)
  )
    return null;
  return { local, domain, utf8: /[^ -~]/.test(local) };
};

export const writeMailAddress = ({ local, domain }: MailAddress): string => `${local}@${domain}`;
