import { sql } from 'kysely';
import type { EarlierContent, Variants } from '../../../contract/content.ts';
import { json } from '../../platform/database/json.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';

/** As many drafts are kept of each message. */
const KEPT = 50;

/** Keeps what the draft says now, where the new text is another; a text of nothing is not worth it. */
export const keepEdit = async (
  tx: Tx,
  id: string,
  { editId, variants }: { editId: string; variants: Variants },
): Promise<void> => {
  await sql`
    insert into content_edit (id, content_version_id, default_language, variants, written_by, written_at)
    select ${editId}, id, default_language, variants, coalesce(updated_by, created_by), updated_at from content_version
    where id = ${id} and sealed_at is null and variants <> ${json(variants)}
      and jsonb_path_exists(variants, '$.*.* ? (@ <> "" && @ <> null)')`.execute(tx);
  await sql`
    delete from content_edit where content_version_id = ${id} and id in (
      select id from content_edit where content_version_id = ${id} order by written_at desc, id desc offset ${KEPT})`.execute(
    tx,
  );
};

/** Its former drafts, those of the versions it came from, and what was sent of them; the newest first. */
export const earlierContents = async (db: Db, id: string): Promise<EarlierContent[]> => {
  const { rows } = await sql<Omit<EarlierContent, 'at'> & { at: Date }>`
    with recursive line as (
      select id, previous_id, 1 as depth from content_version where id = ${id}
      union all
      select v.id, v.previous_id, depth + 1 from content_version v join line on v.id = line.previous_id where depth < 20
    ), earlier as (
      select e.id, 'draft' as kind, e.default_language, e.variants, e.written_at as at, e.written_by as user_id
      from content_edit e join line on line.id = e.content_version_id
      union all
      select v.id, 'sent', v.default_language, v.variants, v.sealed_at, coalesce(v.updated_by, v.created_by)
      from content_version v join line using (id) where v.sealed_at is not null and v.id <> ${id}
    )
    select earlier.id, kind, default_language, variants, at, u.name as by
    from earlier left join app_user u on u.id = earlier.user_id order by at desc, earlier.id desc limit 100`.execute(
    db,
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
};
