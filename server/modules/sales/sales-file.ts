import type { FastifyReply } from 'fastify';

/** An invoice or an offer as a file. */
export interface SalesFile {
  name: string;
  type: string;
  body: Buffer | string;
}

/** By its number; a proof has none. */
export const fileNameOf = (number: string | null): string => (number ?? 'proof').replaceAll(/[^\w.-]/g, '-');

export const sendSalesFile = (reply: FastifyReply, { name, type, body }: SalesFile): FastifyReply =>
  reply
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'private, no-store')
    .type(type)
    .send(body);
