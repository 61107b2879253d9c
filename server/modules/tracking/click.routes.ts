import { withUtm } from '../../../contract/utm.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { bare } from '../../platform/http/route.ts';
import { findLink } from '../content/index.ts';
import type { HitBuffer } from './hit-buffer.ts';
import type { LineLookup, ViewLine } from './line-lookup.ts';
import type { LineTokens } from './line-token.ts';
import { sendGone } from './line-visit.ts';
import { visitorOf } from './open-pixel.routes.ts';

export interface ClickNeeds {
  db: Db;
  lineTokens: LineTokens;
  lineLookup: LineLookup;
  hits: HitBuffer;
}

const LINK_NO = /^[1-9]\d{0,8}$/;

/** As it may stand in a header; null unless it leads to a web page. */
const locationOf = (url: string): string | null => {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return /^[\x21-\x7e]+$/.test(url) ? url : href;
};

/** Leads only to what is stored with the content that was sent; nothing in the request can name another place. */
export const followLink = bare<ClickNeeds, unknown>({
  method: 'GET',
  path: '/c/:token/:link',
  access: 'public',
  summary: 'A link of a message: remembers the click and leads on',
  handle: async (needs, _actor, { request, reply }) => {
    const { token, link } = request.params as { token: string; link: string };
    const key = needs.lineTokens.readToken(token);
    const line = key === null || !LINK_NO.test(link) ? null : await needs.lineLookup(key);
    if (key === null || line?.contentVersionId == null) return sendGone(needs.db, request, reply, line);
    const linkNo = Number(link);
    const url = await findLink(needs.db, line.contentVersionId, linkNo);
    const location = url === undefined ? null : locationOf(withUtm(url, line.utm));
    if (location === null) return sendGone(needs.db, request, reply, line);
    if (!line.test) needs.hits.add({ ...key, kind: 'clicked', linkNo, ...visitorOf(request) });
    return reply
      .status(302)
      .header('location', location)
      .header('cache-control', 'no-store, private')
      .header('referrer-policy', 'no-referrer')
      .header('x-robots-tag', 'noindex')
      .send();
  },
});

/** A message's own HTML may use pictures and inline styles and nothing else, on an origin of its own. */
const VIEW_POLICY =
  "default-src 'none'; img-src http: https: data:; style-src 'unsafe-inline'; font-src https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

export interface ViewNeeds {
  db: Db;
  lineTokens: LineTokens;
  viewLine: ViewLine;
}

export const viewMessage = bare<ViewNeeds, unknown>({
  method: 'GET',
  path: '/v/:token',
  access: 'public',
  summary: 'A message as its recipient got it, in the browser',
  handle: async (needs, _actor, { request, reply }) => {
    const key = needs.lineTokens.readToken((request.params as { token: string }).token);
    const message = key === null ? null : await needs.viewLine(key);
    if (message === null) return sendGone(needs.db, request, reply, null);
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', VIEW_POLICY)
      .header('cache-control', 'no-store, private')
      .header('referrer-policy', 'no-referrer')
      .header('x-robots-tag', 'noindex')
      .send(message);
  },
});
