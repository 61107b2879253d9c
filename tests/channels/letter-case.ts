import { sql } from 'kysely';
import { LayoutDesign } from '../../contract/layouts.ts';
import { LetterPlan } from '../../contract/letters.ts';
import { createLetterChannel } from '../../server/modules/channels/letter/letter-channel.ts';
import { storeLetterPlan } from '../../server/modules/channels/letter/plan.store.ts';
import { storeLayout } from '../../server/modules/layouts/layout.store.ts';
import { uuidIds } from '../../server/platform/ids.ts';
import { sharedPress } from '../support/shared-press.ts';
import type { IssuingCase } from './channel-case.ts';

export const letterCase: IssuingCase = {
  shape: 'issue',
  channel: createLetterChannel({ press: sharedPress, directLinkOf: (_, no) => `https://f.example/d/${no}` }),
  furnish: async (db, { actionId, contentVersionId, topicId }) => {
    const design = LayoutDesign.parse({ sender: 'Fjord Bil AS · Storgata 1 · 0155 Oslo' });
    const { id: layoutId } = await storeLayout(db, { id: uuidIds.next(), name: 'Plain', design });
    const plan = LetterPlan.parse({ layoutId, postage: [{ upToGrams: 20, costMinor: 2300 }] });
    await db.transaction().execute((tx) => storeLetterPlan(tx, actionId, plan, new Date()));
    const variants = JSON.stringify({
      en: { subject: 'Spring', preheader: '', html: '', text: 'Dear {{ contact.first_name }},\n\nspring is here.' },
    });
    await sql`update content_version set channel = 'letter', variants = ${variants} where id = ${contentVersionId}`.execute(
      db,
    );
    await sql`update contact set street = 'Storgata ' || last_name, postal_code = '0155', city = 'Oslo', country = 'NO'`.execute(
      db,
    );
    await sql`update action set basis = 'soft_opt_in', content_version_id = ${contentVersionId} where id = ${actionId}`.execute(
      db,
    );
    await sql`
      insert into consent (party_kind, party_id, channel, topic_id, decision, record_id, at)
      select party_kind, party_id, 'letter', topic_id, decision, record_id, at from consent where topic_id = ${topicId} and channel = 'email'
      on conflict do nothing`.execute(db);
  },
  documents: async (db, runId) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from letter l join letter_batch b on b.id = l.batch_id where l.run_id = ${runId}`.execute(
      db,
    );
    return rows[0]?.count ?? 0;
  },
};
