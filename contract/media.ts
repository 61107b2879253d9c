import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { MediaId } from './ids.ts';
import { Moment } from './moment.ts';
import { Ok, PageInput, pageOf } from './paging.ts';

/** In bytes; a mail that loads slowly is not read. */
export const MAX_PICTURE = 5 * 1024 * 1024;
export const PICTURE_KINDS = ['.png', '.jpg', '.jpeg', '.gif', '.webp'] as const;

export const Picture = z.object({
  id: MediaId,
  /** What it shows, for those who do not see it. */
  name: z.string(),
  /** Public: mail programs load it from here. */
  address: z.string(),
  type: z.string(),
  size: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  createdAt: Moment,
});
export type Picture = z.output<typeof Picture>;

/** What a message needs of a picture. */
export const ShownPicture = z.object({
  address: z
    .string()
    .max(2000)
    .regex(/^https?:\/\/[^\s"<>]+$/i),
  name: z.string().max(200),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type ShownPicture = z.output<typeof ShownPicture>;

const tag = 'Content';
const OnePicture = z.object({ id: MediaId });

/** Multipart, one file; the answer is a `Picture`. */
export const PICTURES_PATH = '/api/media';

export const listPictures = endpoint({
  name: 'listPictures',
  method: 'GET',
  path: PICTURES_PATH,
  tag,
  summary: 'The pictures in use, the newest first',
  input: PageInput,
  output: pageOf(Picture),
});

export const renamePicture = endpoint({
  name: 'renamePicture',
  method: 'PUT',
  path: '/api/media/:id',
  tag,
  summary: 'Say what a picture shows; messages say it to those who do not see it',
  input: OnePicture.extend({ name: z.string().trim().min(1).max(200) }),
  output: Picture,
});

export const archivePicture = endpoint({
  name: 'archivePicture',
  method: 'DELETE',
  path: '/api/media/:id',
  tag,
  summary: 'Put a picture away: it is offered no more, and messages that were sent still show it',
  input: OnePicture,
  output: Ok,
});
