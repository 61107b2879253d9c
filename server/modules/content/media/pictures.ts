import { createHash, randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { InputOf } from '../../../../contract/endpoint.ts';
import type * as api from '../../../../contract/media.ts';
import { MAX_PICTURE, PICTURE_KINDS } from '../../../../contract/media.ts';
import type { Page } from '../../../../contract/paging.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { Invalid } from '../../../platform/errors.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Actor, authorise } from '../../access/index.ts';
import * as store from './media.store.ts';
import { readPicture } from './model/read-picture.ts';

export interface PictureNeeds {
  db: Db;
  ids: Ids;
  config: { baseUrl: string };
}

const present = ({ config }: Pick<PictureNeeds, 'config'>, picture: store.StoredPicture): api.Picture => {
  const { token, createdAt, ...rest } = picture;
  return { ...rest, address: `${config.baseUrl}/m/${token}`, createdAt: createdAt.toISOString() };
};

export const listPictures = async (
  needs: PictureNeeds,
  actor: Actor,
  input: InputOf<typeof api.listPictures>,
): Promise<Page<api.Picture>> => {
  authorise(actor, 'campaign.see');
  const page = await store.pageOfPictures(needs.db, input);
  return { ...page, rows: page.rows.map((picture) => present(needs, picture)) };
};

/** Counted as they come, whatever was announced. */
const bytesOf = async (stream: Readable): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_PICTURE) throw new Invalid('file', 'picture_too_large', { max: MAX_PICTURE / 1024 / 1024 });
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/** `winter_tyres-2.jpg` → `winter tyres 2`: something to begin with. */
const nameOf = (fileName: string): string =>
  fileName
    .replace(/\.\w{1,5}$/, '')
    .replace(/[\p{Cc}_-]+/gu, ' ')
    .trim()
    .slice(0, 200) || 'Picture';

export const addPicture = async (
  needs: PictureNeeds,
  actor: Actor,
  { fileName, stream }: { fileName: string; stream: Readable },
): Promise<api.Picture> => {
  authorise(actor, 'campaign.create');
  const content = await bytesOf(stream);
  const facts = readPicture(content);
  if (!facts) throw new Invalid('file', 'picture_kind', { kinds: PICTURE_KINDS.join(', ') });
  const { type, ending, width, height } = facts;
  const stored = await store.insertPicture(needs.db, {
    id: needs.ids.next(),
    token: `${randomBytes(16).toString('base64url')}.${ending}`,
    name: nameOf(fileName),
    type,
    width,
    height,
    size: content.length,
    sha256: createHash('sha256').update(content).digest('base64url'),
    content,
    by: actor.userId,
  });
  return present(needs, stored);
};

export const renamePicture = async (needs: PictureNeeds, actor: Actor, input: InputOf<typeof api.renamePicture>) => {
  authorise(actor, 'content.edit');
  return present(needs, await store.renamePicture(needs.db, input.id, input.name));
};

export const archivePicture = async (
  needs: PictureNeeds,
  actor: Actor,
  { id }: InputOf<typeof api.archivePicture>,
): Promise<{ ok: true }> => {
  authorise(actor, 'content.edit');
  await store.archivePicture(needs.db, id);
  return { ok: true };
};
