/** The texts (TXT) that the DNS has under a name, each with its pieces joined; empty when there is none. Throws when nobody answers. */
export type LookUpText = (name: string) => Promise<string[]>;

interface PublicKey {
  algorithm: 'rsa' | 'ed25519';
  selector: string;
  domain: string;
  publicKey: string;
}

/** The DNS record of a key (RFC 6376, 3.6.1). */
export const recordOf = ({ algorithm, selector, domain, publicKey }: PublicKey): { name: string; value: string } => ({
  name: `${selector}._domainkey.${domain}`,
  value: `v=DKIM1; k=${algorithm}; p=${publicKey}`,
});

const keyIn = (record: string): string | undefined => /(?:^|;)\s*p\s*=([^;]*)/.exec(record)?.[1]?.replace(/\s/g, '');

/** Whether the DNS has the key; `unknown` when it could not be asked. */
export const publishedAs = async (
  lookUpText: LookUpText,
  name: string,
  value: string,
): Promise<'yes' | 'no' | 'another' | 'unknown'> => {
  try {
    const records = await lookUpText(name);
    if (records.length === 0) return 'no';
    return records.some((record) => keyIn(record) === keyIn(value)) ? 'yes' : 'another';
  } catch {
    return 'unknown';
  }
};
