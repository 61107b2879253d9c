import type { LinkState } from '../../../../../contract/link-checks.ts';
import { isCertificateRefused } from '../../../../platform/http/outside.ts';

/** Names that are nobody's (RFC 2606): nobody need be asked for their address. */
export const isNobodys = ({ hostname }: URL): boolean => /(^|\.)(test|example|invalid)\.?$/i.test(hostname);

/** What a server says with its first line; a link that leads on is asked there. */
export const judgeStatus = (status: number): LinkState => {
  if (status >= 200 && status < 300) return 'ok';
  return status === 404 || status === 410 ? 'not_found' : 'refused';
};

/** Why nobody answered. */
export const judgeFailure = (error: NodeJS.ErrnoException): LinkState => {
  if (error.code === 'EINSIDE') return 'inside';
  return isCertificateRefused(error) ? 'insecure' : 'unreachable';
};

const LEADS_ON = [301, 302, 303, 307, 308];
const FOR_GOOD = [301, 308];

/** Where an answer sends whoever asked; null: nowhere, undefined: nowhere on the web. */
export const nextOf = (
  status: number,
  location: string | undefined,
  from: URL,
): { url: URL; forGood: boolean } | null | undefined => {
  if (!LEADS_ON.includes(status) || location === undefined) return null;
  if (!URL.canParse(location, from.href)) return undefined;
  const url = new URL(location, from);
  return ['http:', 'https:'].includes(url.protocol) ? { url, forGood: FOR_GOOD.includes(status) } : undefined;
};

/** Whether a page may be there although the server would not tell its head alone. */
export const isWorthGetting = (status: number): boolean => status >= 400;
