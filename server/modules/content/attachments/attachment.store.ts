import { type RawBuilder, sql } from 'kysely';
import type { Attachment } from '../../../../contract/attachments.ts';
import { json } from '../../../platform/database/json.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';

export interface AttachedFile extends Attachment {
  content: Buffer;
}

export interface NewAttachment extends Omit<AttachedFile, 'id'> {
  id: string;
  sha256: string;
  by: string | null;
}

const columns = sql`id, name, type, size`;

/** The same bytes under the same name once: whoever brings them again gets what is there. */
export const insertAttachment = async (db: Db | Tx, file: NewAttachment): Promise<Attachment> => {
  const { id, name, type, size, sha256, content, by } = file;
  const { rows } = await sql<Attachment>`
    insert into attachment (id, name, type, size, sha256, content, created_by)
    values (${id}, ${name}, ${type}, ${size}, ${sha256}, ${content}, ${by})
    on conflict (sha256, name) do update set name = excluded.name returning ${columns}`.execute(db);
  return rows[0]!;
};

export const findAttachments = async (
  db: Db | Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Attachment>> => {
  const { rows } = await sql<Attachment>`select ${columns} from attachment where id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
};

export const findAttachedFile = async (db: Db | Tx, id: string): Promise<AttachedFile | undefined> => {
  const { rows } = await sql<AttachedFile>`select ${columns}, content from attachment where id = ${id}`.execute(db);
  return rows[0];
};

/** With their bytes, by id. */
export const loadAttachedFiles = async (
  db: Db | Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AttachedFile>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<AttachedFile>`
    select ${columns}, content from attachment where id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
};

const names = (variants: RawBuilder<unknown>, id: string) =>
  sql`jsonb_path_exists(${variants}, '$.**.attachments[*].id ? (@ == $id)', ${json({ id })})`;

/** Takes the bytes away, unless a message names them: as it is written, as it was, or as a run has frozen it. */
export const dropUnnamedAttachment = async (tx: Tx, id: string): Promise<void> => {
  await sql`
    delete from attachment where id = ${id}
      and not exists (select from content_version v where ${names(sql`v.variants`, id)})
      and not exists (select from content_edit e where ${names(sql`e.variants`, id)})
      and not exists (select from template t where ${names(sql`t.variant`, id)})`.execute(tx);
};
