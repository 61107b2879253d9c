import { sql } from 'kysely';
import type { listArticleUses as endpoint } from '../../../contract/articles.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { getArticle } from '../content/index.ts';

type Use = OutputOf<typeof endpoint>['uses'][number];

/** Q18, Q11: where an article is shown. The page behind a direct link always shows it as it is now. What waits, or begins again for each of its people, takes the article as it is then. */
export const listArticleUses = async (
  needs: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  const { no } = await getArticle(needs, actor, { id });
  const named = `\\{%-?[[:space:]]*article[[:space:]]+${no}[^0-9]`;
  const { rows } = await sql<Use>`
    select 'campaign' as kind, c.id, c.name,
      case when bool_or(a.direct_link->>'articleId' = ${id} or a.state in ('draft', 'ready') or a.state <> 'cancelled' and p.campaign_id is not null) then 'live' else 'frozen' end as state
    from action a join campaign c on c.id = a.campaign_id left join content_version v on v.id = a.content_version_id
      left join track_plan p on p.campaign_id = c.id
    where v.variants::text ~ ${named} or a.direct_link->>'articleId' = ${id} group by c.id
    union all
    select 'template', id, name, 'live' from template where archived_at is null and variant::text ~ ${named}
    order by 1, 3, 2`.execute(needs.db);
  return { uses: rows };
};
