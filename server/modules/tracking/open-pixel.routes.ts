import type { FastifyRequest } from 'fastify';
import { bare } from '../../platform/http/route.ts';
import type { Hit, HitBuffer } from './hit-buffer.ts';
import type { LineTokens } from './line-token.ts';

export interface OpenPixelNeeds {
  lineTokens: LineTokens;
  hits: HitBuffer;
}

/** The smallest transparent GIF. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const SUFFIX = '.gif';

const PREFETCH_HEADERS = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];

/** What the classifier needs to know of the request. */
export const visitorOf = ({ method, headers }: FastifyRequest): Pick<Hit, 'method' | 'userAgent' | 'prefetch'> => ({
  method,
  userAgent: headers['user-agent'] ?? '',
  prefetch: PREFETCH_HEADERS.some((name) => /prefetch|preview/i.test(String(headers[name] ?? ''))),
});

/** Every request gets the same image; only a valid token is remembered. */
export const openPixel = bare<OpenPixelNeeds, unknown>({
  method: 'GET',
  path: '/o/:file',
  access: 'public',
  summary: 'The image by which a message tells that it was opened',
  handle: async (needs, _actor, { request, reply }) => {
    const { file } = request.params as { file: string };
    const line = file.endsWith(SUFFIX) ? needs.lineTokens.readToken(file.slice(0, -SUFFIX.length)) : null;
    if (line !== null) needs.hits.add({ ...line, kind: 'opened', linkNo: null, ...visitorOf(request) });
    return reply
      .type('image/gif')
      .header('cache-control', 'no-store, private')
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(PIXEL);
  },
});
