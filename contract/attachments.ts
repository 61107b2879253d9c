import { z } from 'zod';
import { AttachmentId } from './ids.ts';

/** In bytes, all files of a message together: they grow by a third under way, and most mail servers take no more than 10 MB. */
export const MAX_ATTACHED = 7_000_000;
export const MAX_ATTACHMENTS = 10;

/** A file that goes with an e-mail, the same for everybody. */
export const Attachment = z.object({
  id: AttachmentId,
  name: z.string().max(100),
  type: z.string().max(100),
  /** In bytes. */
  size: z.number().int().nonnegative(),
});
export type Attachment = z.output<typeof Attachment>;

/** A file as it went with somebody's message, to be opened. */
export const MessageFile = z.object({
  name: z.string(),
  /** In bytes; null where it is made anew when it is opened. */
  size: z.number().int().nullable(),
  address: z.string(),
});
export type MessageFile = z.output<typeof MessageFile>;

/** Multipart, one file; the answer is an `Attachment`. */
export const ATTACHMENTS_PATH = '/api/attachments';

export const attachmentAddress = (id: string): string => `${ATTACHMENTS_PATH}/${id}`;

/** What it weighs in a message: base64 on lines of 76, and a head. */
export const sizeUnderWay = ({ size, name }: Pick<Attachment, 'size' | 'name'>): number => {
  const encoded = Math.ceil(size / 3) * 4;
  return encoded + Math.ceil(encoded / 76) * 2 + 300 + name.length * 4;
};
