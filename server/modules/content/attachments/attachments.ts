import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { type Attachment, MAX_ATTACHED, MAX_ATTACHMENTS } from '../../../../contract/attachments.ts';
import type { Variants } from '../../../../contract/content.ts';
import { type ErrorCode, LANGUAGES } from '../../../../contract/messages/index.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Invalid } from '../../../platform/errors.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { findAttachments, insertAttachment, type NewAttachment } from './attachment.store.ts';
import { fileName, fileType } from './model/file-type.ts';

const MEGABYTE = 1_000_000;
const tooLarge = (field: string) => new Invalid(field, 'attachments_too_large', { max: MAX_ATTACHED / MEGABYTE });

export interface BroughtFile {
  fileName: string;
  stream: Readable;
}

/** What is refused where a file is kept, in the words of that place; both are told the file's `name`, and `max` in megabytes. */
export interface FileTerms {
  /** In bytes. */
  max: number;
  tooLarge: ErrorCode;
  kind: ErrorCode;
}

const WITH_EMAILS: FileTerms = { max: MAX_ATTACHED, tooLarge: 'attachments_too_large', kind: 'attachment_kind' };

/** A file as it came, under a harmless name, its bytes counted as they come. Throws Invalid at `file`. */
export const receiveFile = async (
  { fileName: given, stream }: BroughtFile,
  terms: FileTerms,
): Promise<Omit<NewAttachment, 'id' | 'by'>> => {
  const name = fileName(given);
  const type = fileType(name);
  if (type === null) throw new Invalid('file', terms.kind, { name });
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > terms.max) throw new Invalid('file', terms.tooLarge, { name, max: terms.max / MEGABYTE });
    parts.push(part);
  }
  if (size === 0) throw new Invalid('file', 'attachment_empty', { name });
  const content = Buffer.concat(parts);
  return { name, type, size, content, sha256: createHash('sha256').update(content).digest('base64url') };
};

export const addAttachment = async (
  { db, ids }: { db: Db; ids: Ids },
  actor: Actor,
  file: BroughtFile,
): Promise<Attachment> => {
  authorise(actor, 'campaign.create');
  const received = await receiveFile(file, WITH_EMAILS);
  return insertAttachment(db, { ...received, id: ids.next(), by: actor.userId });
};

/** The variants with their files as they are kept, whatever was said of them. Throws Invalid at the language's `attachments`. */
export const withKeptFiles = async (db: Db | Tx, variants: Variants): Promise<Variants> => {
  const named = Object.values(variants).flatMap((variant) => variant?.attachments ?? []);
  if (named.length === 0) return variants;
  const kept = await findAttachments(
    db,
    named.map(({ id }) => id),
  );
  const checked: Variants = {};
  for (const language of LANGUAGES) {
    const variant = variants[language];
    if (!variant) continue;
    const { attachments, ...rest } = variant;
    const files = attachments ? keptOf(attachments, kept, `variants.${language}.attachments`) : [];
    checked[language] = files.length > 0 ? { ...rest, attachments: files } : rest;
  }
  return checked;
};

const keptOf = (named: readonly Attachment[], kept: ReadonlyMap<string, Attachment>, field: string): Attachment[] => {
  if (named.length > MAX_ATTACHMENTS) throw new Invalid(field, 'attachments_too_many', { max: MAX_ATTACHMENTS });
  const files = [...new Map(named.map((one) => [one.id, one])).values()].map(({ id, name }) => {
    const file = kept.get(id);
    if (!file) throw new Invalid(field, 'attachment_gone', { name });
    return file;
  });
  if (files.reduce((sum, { size }) => sum + size, 0) > MAX_ATTACHED) throw tooLarge(field);
  return files;
};
