import { sql } from 'kysely';
import type { ContentVersionId } from '../../../contract/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import type { Ids } from '../../platform/ids.ts';
import type { Actor } from '../access/index.ts';

/** The same words in a draft of their own. */
export const copyContent = async (
  tx: Tx,
  { ids, clock }: { ids: Ids; clock: Clock },
  actor: Actor,
  original: ContentVersionId,
): Promise<string> => {
  const id = ids.next();
  await sql`
    insert into content_version (id, channel, default_language, variants, created_by, created_at, updated_at)
    select ${id}, channel, default_language, variants, ${actor.userId}, ${clock.now()}, ${clock.now()}
    from content_version where id = ${original}`.execute(tx);
  return id;
};
