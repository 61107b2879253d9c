/**
 * The same for every attempt and retry of a line, different for every line (RFC 5322 3.6.4): made from where its chain of
 * retries began, signed so that nobody can guess another's.
 */
export const messageIdOf = (chain: { runId: string; no: number }, signature: string, domain: string): string =>
  `<${chain.runId}.${chain.no}.${signature}@${domain}>`;
