import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { ContentVersion, Variants } from '../../../contract/content.ts';
import type { ContentVersionId } from '../../../contract/ids.ts';
import { json } from '../../platform/database/json.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { articlesOf } from './article.store.ts';
import { keepEdit } from './content-edit.store.ts';
import { type Layouts, layoutsOf } from './layouts-of.ts';
import type { Articles } from './model/article.ts';
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

/** Writes over a version that no run has frozen, and keeps what stood there; undefined when it is sealed. */
export const rewriteContentVersion = async (
  tx: Tx,
  id: string,
  content: { defaultLanguage: string; variants: Variants; editId: string; by: string | null },
): Promise<ContentVersion | undefined> => {
  await keepEdit(tx, id, content);
  const { rows } = await sql<Row>`
    update content_version set default_language = ${content.defaultLanguage}, variants = ${json(content.variants)}, updated_at = now(), updated_by = ${content.by}
    where id = ${id} and sealed_at is null returning ${columns}`.execute(tx);
  return rows[0] && present(rows[0]);
};

/** What a version names, by number or id, and what a run freezes with it. */
interface Frozen {
  articles: Articles;
  layouts: Layouts;
}
type FrozenRow = { [Part in keyof Frozen]: Frozen[Part] | null };

const frozenIn = (row: FrozenRow | undefined): Frozen => ({
  articles: row?.articles ?? {},
  layouts: row?.layouts ?? {},
});

const toFreeze = async (db: Db | Tx, variants: Variants): Promise<Frozen> => ({
  articles: await articlesOf(db, variants),
  layouts: await layoutsOf(db, variants),
});

/** With the articles and layouts it names: as they are now, or as they were when a run froze it. */
export const findWritten = async (
  db: Db | Tx,
  id: ContentVersionId | string,
): Promise<(ContentVersion & Frozen) | undefined> => {
  const version = await findContentVersion(db, id);
  if (!version) return undefined;
  if (version.sealedAt === null) return { ...version, ...(await toFreeze(db, version.variants)) };
  const { rows } = await sql<FrozenRow>`select articles, layouts from content_version where id = ${id}`.execute(db);
  return { ...version, ...frozenIn(rows[0]) };
};

/** Throws NotFound. */
export const loadWritten = async (db: Db | Tx, id: ContentVersionId | string) => {
  const version = await findWritten(db, id);
  if (!version) throw new NotFound('content');
  return version;
};

/** Where an earlier run froze it with other articles or layouts: a version of its own, made once for the same. */
const frozenAnew = async (tx: Tx, id: string, { articles, layouts }: Frozen): Promise<ContentVersionId> => {
  const { rows: made } = await sql<{ id: ContentVersionId }>`
    select copy.id from content_version copy join content_version origin on origin.id = copy.previous_id and copy.variants = origin.variants
    where origin.id = ${id} and copy.sealed_at is not null and copy.articles = ${json(articles)}
      and coalesce(copy.layouts, '{}') = ${json(layouts)} limit 1`.execute(tx);
  if (made[0]) return made[0].id;
  const { rows } = await sql<{ id: ContentVersionId }>`
    insert into content_version (id, channel, default_language, variants, previous_id, created_by, articles, layouts, sealed_at)
    select gen_random_uuid(), channel, default_language, variants, id, created_by, ${json(articles)}, ${json(layouts)}, now()
    from content_version where id = ${id} returning id`.execute(tx);
  const copy = rows[0]!.id;
  await storeLinks(tx, copy, (await getContentVersion(tx, copy)).variants, articles);
  return copy;
};

/**
 * Freezes a version, with the articles and layouts it names as they are now, and answers what the run is to send: itself, or where it was frozen with
 * others, a copy. Throws NotFound.
 */
export const sealContentVersion = async (tx: Tx, id: ContentVersionId): Promise<ContentVersionId> => {
  const { rows } = await sql<{ variants: Variants; sealedAt: Date | null } & FrozenRow>`
    select variants, sealed_at, articles, layouts from content_version where id = ${id} for update`.execute(tx);
  const version = rows[0];
  if (!version) throw new NotFound('content');
  const { variants, sealedAt } = version;
  const named = await toFreeze(tx, variants);
  if (sealedAt === null) {
    await sql`update content_version set sealed_at = now(), articles = ${json(named.articles)}, layouts = ${json(named.layouts)}
      where id = ${id}`.execute(tx);
    await storeLinks(tx, id, variants, named.articles);
    return id;
  }
  return isDeepStrictEqual(named, frozenIn(version)) ? id : frozenAnew(tx, id, named);
};

const storeLinks = async (tx: Tx, id: string, variants: Variants, articles: Articles): Promise<void> => {
  const links = [...numberLinks(variants, articles)];
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
