import { z } from 'zod';
import { ATTACHMENTS_PATH } from '../../../../contract/attachments.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { Invalid, NotFound } from '../../../platform/errors.ts';
import { bare } from '../../../platform/http/route.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { findAttachedFile } from './attachment.store.ts';
import { addAttachment } from './attachments.ts';

export const postAttachment = bare<{ db: Db; ids: Ids }, Actor>({
  method: 'POST',
  path: ATTACHMENTS_PATH,
  access: 'session',
  summary: 'Takes a file (multipart) that is to go with e-mails',
  handle: async (needs, actor, { request, reply }) => {
    const part = request.isMultipart() ? await request.file() : undefined;
    if (part === undefined) throw new Invalid('file', 'file_missing');
    return reply.send(await addAttachment(needs, actor, { fileName: part.filename, stream: part.file }));
  },
});

/** Never shown by the browser as a page of ours, only saved. */
export const takeAttachment = bare<{ db: Db }, Actor>({
  method: 'GET',
  path: `${ATTACHMENTS_PATH}/:id`,
  access: 'session',
  summary: 'A file that goes with e-mails',
  handle: async ({ db }, actor, { request, reply }) => {
    authorise(actor, 'campaign.see');
    const { id } = request.params as { id: string };
    const file = z.uuid().safeParse(id).success ? await findAttachedFile(db, id) : undefined;
    if (!file) throw new NotFound('file');
    return reply
      .type(file.type)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'private, max-age=86400, immutable')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(file.content);
  },
});
