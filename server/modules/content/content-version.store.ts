import { sql } from 'kysely';
import type { ContentVersion, Variants } from '../../../contract/content.ts';
import type { ContentVersionId } from '../../../contract/ids.ts';
import { json } from '../../platform/database/json.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { numberLinks } from './model/number-links.ts';

/** As the row says it; the contract's output schema gives the words their types. */
type Row = Omit<ContentVersion, 'createdAt' | 'updatedAt' | 'sealedAt'> & {
  createdAt: Date;
  updatedAt: Date;
  sealedAt: Date | null;
};

const present = ({ createdAt, updatedAt, sealedAt, ...row }: Row): ContentVersion => ({
  ...row,
  sealedAt: sealedAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

const columns = sql`id, channel, default_language, variants, sealed_at, previous_id, created_at, updated_at`;

export const findContentVersion = async (
  db: Db | Tx,
  id: ContentVersionId | string,
): Promise<ContentVersion | undefined> => {
  const { rows } = await sql<Row>`select ${columns} from content_version where id = ${id}`.execute(db);
  return rows[0] && present(rows[0]);
};

export const getContentVersion = async (db: Db | Tx, id: ContentVersionId | string): Promise<ContentVersion> => {
  const version = await findContentVersion(db, id);
  if (!version) throw new NotFound('content');
  return version;
};

/** With who wrote it, which no screen shows. Throws NotFound. */
export const getOwnedVersion = async (tx: Tx, id: string): Promise<{ channel: string; createdBy: string | null }> => {
  const { rows } = await sql<{ channel: string; createdBy: string | null }>`
    select channel, created_by from content_version where id = ${id} for update`.execute(tx);
  if (!rows[0]) throw new NotFound('content');
  return rows[0];
};

export interface NewVersion {
  id: string;
  channel: string;
  defaultLanguage: string;
  variants: Variants;
  previousId: string | null;
  createdBy: string | null;
}

export const insertContentVersion = async (db: Db | Tx, version: NewVersion): Promise<ContentVersion> => {
  const { rows } = await sql<Row>`
    insert into content_version (id, channel, default_language, variants, previous_id, created_by)
    values (${version.id}, ${version.channel}, ${version.defaultLanguage}, ${json(version.variants)}, ${version.previousId}, ${version.createdBy})
    returning ${columns}`.execute(db);
  return present(rows[0] as Row);
};

/** Writes over a version that no run has frozen; undefined when it is sealed. */
export const rewriteContentVersion = async (
  tx: Tx,
  id: string,
  content: { defaultLanguage: string; variants: Variants },
): Promise<ContentVersion | undefined> => {
  const { rows } = await sql<Row>`
    update content_version set default_language = ${content.defaultLanguage}, variants = ${json(content.variants)}, updated_at = now()
    where id = ${id} and sealed_at is null returning ${columns}`.execute(tx);
  return rows[0] && present(rows[0]);
};

/** Freezes a version and stores its numbered links; again changes nothing. Throws NotFound. */
export const sealContentVersion = async (tx: Tx, id: ContentVersionId | string): Promise<void> => {
  const { rows } = await sql<{ variants: Variants }>`
    update content_version set sealed_at = now() where id = ${id} and sealed_at is null returning variants`.execute(tx);
  const sealed = rows[0];
  if (!sealed) {
    await getContentVersion(tx, id);
    return;
  }
  const links = [...numberLinks(sealed.variants)];
  await sql`
    insert into link (content_version_id, link_no, url, label)
    select ${id}::uuid, * from unnest(${links.map(([, { no }]) => no)}::int[], ${links.map(([url]) => url)}::text[],
      ${links.map(([, { label }]) => label)}::text[])`.execute(tx);
};

export interface StoredLink {
  no: number;
  url: string;
  label: string;
}

/** Where a click leads: only ever an address that was stored with the content. */
export const findLink = async (db: Db | Tx, contentVersionId: string, linkNo: number): Promise<string | undefined> => {
  const { rows } = await sql<{ url: string }>`
    select url from link where content_version_id = ${contentVersionId} and link_no = ${linkNo}`.execute(db);
  return rows[0]?.url;
};

export const listLinks = async (db: Db | Tx, contentVersionId: string): Promise<StoredLink[]> => {
  const { rows } = await sql<StoredLink>`
    select link_no as no, url, label from link where content_version_id = ${contentVersionId} order by link_no`.execute(
    db,
  );
  return rows;
};
