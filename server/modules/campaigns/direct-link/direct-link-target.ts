import { sql } from 'kysely';
import type { DirectLink } from '../../../../contract/direct-link.ts';
import type { ActionId } from '../../../../contract/ids.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Invalid } from '../../../platform/errors.ts';
import { isOnOffer } from '../../catalogue/index.ts';
import { isArticleInUse } from '../../content/index.ts';

/** What a link leads to must be there. */
export const assertThere = async (tx: Tx, link: DirectLink): Promise<void> => {
  if (link.target === 'product' && !(await isOnOffer(tx, 'product', link.productId)))
    throw new Invalid('directLink.productId', 'direct_link_target_gone');
  if (link.target === 'product_group' && !(await isOnOffer(tx, 'product_group', link.groupId)))
    throw new Invalid('directLink.groupId', 'direct_link_target_gone');
  if (link.target === 'article' && !(await isArticleInUse(tx, link.articleId)))
    throw new Invalid('directLink.articleId', 'direct_link_article_gone');
};

/** Where the personal link of an action leads; null: nowhere. */
export const directLinkOf = async (db: Db, id: ActionId): Promise<DirectLink | null> => {
  const { rows } = await sql<{
    directLink: DirectLink | null;
  }>`select direct_link from action where id = ${id}`.execute(db);
  return rows[0]?.directLink ?? null;
};
