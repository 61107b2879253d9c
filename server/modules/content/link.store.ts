import type { Db } from '../../platform/database/open-database.ts';

/** Where link `linkNo` of a sealed content version leads. */
export const findLink = async (db: Db, contentVersionId: string, linkNo: number): Promise<string | undefined> => {
  const link = await db
    .selectFrom('link')
    .select('url')
    .where('contentVersionId', '=', contentVersionId)
    .where('linkNo', '=', linkNo)
    .executeTakeFirst();
  return link?.url;
};
