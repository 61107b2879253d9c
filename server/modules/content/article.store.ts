import { sql } from 'kysely';
import type { Article, FullArticle } from '../../../contract/articles.ts';
import type { Variants } from '../../../contract/content.ts';
import type { Page, PageInput } from '../../../contract/paging.ts';
import { json } from '../../platform/database/json.ts';
import { keyset } from '../../platform/database/keyset.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { type Articles, type ArticleWords, articlesNamed } from './model/article.ts';

type Row<T> = Omit<T, 'no' | 'createdAt' | 'updatedAt'> & { no: string; createdAt: Date; updatedAt: Date };

const dated = <R extends Row<Article>>(row: R) => ({
  ...row,
  no: Number(row.no),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const SORTS = {
  title: { by: sql`title collate human`, type: 'text' },
  updatedAt: { by: sql`updated_at`, type: 'timestamptz' },
} as const;

const columns = sql`id, no, title, language, created_at, updated_at`;
const words = sql`${columns}, body, link_url, link_label, picture`;

export const pageOfArticles = async (
  db: Db,
  input: PageInput & { language?: string | undefined },
): Promise<Page<Article>> => {
  const paging = keyset(input, SORTS, { sort: 'title', id: sql`id` });
  const search = `%${(input.search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const where = sql<boolean>`archived_at is null and (title ilike ${search} or body ilike ${search} or no::text = ${input.search ?? ''})
    and (${input.language ?? null}::text is null or language = ${input.language ?? null})`;
  const [{ rows }, { rows: counted }] = await Promise.all([
    sql<Row<Article> & { pageKey: string }>`select ${columns}, ${paging.key} as page_key from article
      where ${where} and ${paging.where} ${paging.order} limit ${paging.limit}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from article where ${where}`.execute(db),
  ]);
  const page = paging.page(rows, counted[0]?.total ?? 0);
  return { ...page, rows: page.rows.map(dated) };
};

const one = (rows: Row<FullArticle>[]): FullArticle => {
  if (!rows[0]) throw new NotFound('article');
  return dated(rows[0]);
};

/** Also one that was put away. */
export const findArticle = async (db: Db | Tx, id: string): Promise<FullArticle | undefined> => {
  const { rows } = await sql<Row<FullArticle>>`select ${words} from article where id = ${id}`.execute(db);
  return rows[0] && dated(rows[0]);
};

/** Also one that was put away. Throws NotFound. */
export const getArticle = async (db: Db | Tx, id: string): Promise<FullArticle> => {
  const article = await findArticle(db, id);
  if (!article) throw new NotFound('article');
  return article;
};

/** Whether it may be chosen: it is there, and was not put away. */
export const isArticleInUse = async (db: Db | Tx, id: string): Promise<boolean> =>
  (await sql`select from article where id = ${id} and archived_at is null`.execute(db)).rows.length > 0;

export interface WrittenArticle extends ArticleWords {
  id: string;
  language: string;
  by: string | null;
}

export const insertArticle = async (db: Db | Tx, article: WrittenArticle): Promise<FullArticle> => {
  const { id, title, language, body, linkUrl, linkLabel, picture, by } = article;
  const { rows } = await sql<Row<FullArticle>>`
    insert into article (id, title, language, body, link_url, link_label, picture, updated_by)
    values (${id}, ${title}, ${language}, ${body}, ${linkUrl}, ${linkLabel}, ${picture && json(picture)}, ${by}) returning ${words}`.execute(
    db,
  );
  return one(rows);
};

/** Throws NotFound. */
export const rewriteArticle = async (db: Db | Tx, article: WrittenArticle): Promise<FullArticle> => {
  const { id, title, language, body, linkUrl, linkLabel, picture, by } = article;
  const { rows } = await sql<Row<FullArticle>>`
    update article set title = ${title}, language = ${language}, body = ${body}, link_url = ${linkUrl}, link_label = ${linkLabel},
      picture = ${picture && json(picture)}, updated_by = ${by}, updated_at = now()
    where id = ${id} and archived_at is null returning ${words}`.execute(db);
  return one(rows);
};

/** Throws NotFound. */
export const archiveArticle = async (db: Db | Tx, id: string): Promise<void> => {
  const { numAffectedRows } =
    await sql`update article set archived_at = now() where id = ${id} and archived_at is null`.execute(db);
  if (!numAffectedRows) throw new NotFound('article');
};

/** The articles that these texts name, as they are now. One that was put away is still there for whoever names it. */
export const articlesOf = async (db: Db | Tx, variants: Variants): Promise<Articles> => {
  const named = articlesNamed(variants);
  if (named.length === 0) return {};
  const { rows } = await sql<ArticleWords & { no: string }>`
    select no, title, body, link_url, link_label, picture from article where no = any(${named}::bigint[])`.execute(db);
  return Object.fromEntries(rows.map(({ no, ...article }) => [Number(no), article]));
};
