interface Bouncing {
  fromAddress: string | null;
  /** Of a mailbox that takes what stands behind a plus. */
  bounceAddress: string | null;
}

/**
 * Where a server sends a bounce of this message. The line's token stands in the address (VERP), so that a bounce without the message still
 * tells whose it is; in hexadecimal, because some servers turn capitals into small letters.
 */
export const envelopeSender = ({ fromAddress, bounceAddress }: Bouncing, token: string): string => {
  if (bounceAddress === null) return fromAddress ?? '';
  const at = bounceAddress.lastIndexOf('@');
  return `${bounceAddress.slice(0, at)}+${Buffer.from(token, 'base64url').toString('hex')}${bounceAddress.slice(at)}`;
};
