import { PICTURES_PATH } from '../../../../contract/media.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { Invalid } from '../../../platform/errors.ts';
import { bare } from '../../../platform/http/route.ts';
import type { Actor } from '../../access/index.ts';
import { findContent } from './media.store.ts';
import { addPicture, type PictureNeeds } from './pictures.ts';

export const postPicture = bare<PictureNeeds, Actor>({
  method: 'POST',
  path: PICTURES_PATH,
  access: 'session',
  summary: 'Takes a picture (multipart): PNG, JPEG, GIF or WebP, known by its bytes',
  handle: async (needs, actor, { request, reply }) => {
    const part = request.isMultipart() ? await request.file() : undefined;
    if (part === undefined) throw new Invalid('file', 'file_missing');
    return reply.send(await addPicture(needs, actor, { fileName: part.filename, stream: part.file }));
  },
});

/** What a mail program loads: always a picture, never a page, and the same for ever. */
export const showPicture = bare<{ db: Db }, unknown>({
  method: 'GET',
  path: '/m/:token',
  access: 'public',
  summary: 'A picture of a message',
  handle: async ({ db }, _actor, { request, reply }) => {
    const { token } = request.params as { token: string };
    const picture = await findContent(db, token);
    if (!picture) return reply.status(404).type('text/plain').header('cache-control', 'no-store').send('');
    return reply
      .type(picture.type)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(picture.content);
  },
});
