import { sql } from 'kysely';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { ContentVersionId, RunId } from '../../../contract/ids.ts';
import type { Run, sendTest as sendTestEndpoint } from '../../../contract/runs.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { Actor } from '../access/index.ts';
import {
  assertLaunchable,
  authoriseRun,
  type CampaignForRun,
  getCampaignForRun,
  recordDeed,
} from '../campaigns/index.ts';
import { testAddress } from '../channels/index.ts';
import { sealContentVersion } from '../content/index.ts';
import { writeChunks } from './chunk.store.ts';
import type { DistributingNeeds } from './distribute.ts';
import { issueRun } from './issue-run.ts';
import { termsOf } from './planning.ts';
import { previewSample } from './preview-action.ts';
import { countLines, insertRun } from './run.store.ts';
import { showRun } from './run.views.ts';

/**
 * A run of one line for each colleague and last for me, as a run tells one person one thing; filled with a chosen person's data, the gates
 * are not asked and nothing of it is ever counted.
 */
export const sendTest = async (
  needs: DistributingNeeds,
  actor: Actor,
  input: InputOf<typeof sendTestEndpoint>,
): Promise<Run> => {
  const { action } = await getCampaignForRun(needs.db, input.id);
  const readers = await readersOf(needs.db, action.channel, input);
  const sample = input.contactId ?? (await previewSample(needs, input.id));
  const runId = await needs.db.transaction().execute(async (tx) => {
    const subject = await getCampaignForRun(tx, input.id, { forUpdate: true });
    authoriseRun(actor, subject);
    await assertLaunchable(tx, subject, { now: needs.clock.now(), purpose: 'prepare' });
    const { contentVersionId: written } = subject.action;
    const contentVersionId = written && (await sealContentVersion(tx, written));
    const channel = needs.channels[subject.action.channel];
    const runs: RunId[] = [];
    for (const reader of readers) {
      const run = await insertTestRun(tx, actor, subject, contentVersionId);
      await insertTestLine(tx, run, { party: sample ?? actor.userId, ...reader });
      await writeChunks(tx, run, sql`now()`);
      if (channel?.shape === 'issue') await issueRun(needs, tx, channel, run);
      runs.push(run);
    }
    const to = readers.map((reader) => reader.to).join(', ');
    await recordDeed(tx, actor, subject.campaign.id, 'tested', needs.clock.now(), { to });
    return runs.at(-1)!;
  });
  return showRun(needs.db, runId);
};

const insertTestRun = async (
  tx: Tx,
  actor: Actor,
  subject: CampaignForRun,
  contentVersionId: ContentVersionId | null,
): Promise<RunId> => {
  const { campaign, action } = subject;
  const run = await insertRun(
    tx,
    {
      campaignId: campaign.id,
      actionId: action.id,
      mode: 'test',
      channel: action.channel,
      scope: 'hand',
      terms: await termsOf(tx, subject),
      contentVersionId,
      sendingAccountId: action.sendingAccountId,
      createdBy: actor.userId,
    },
    false,
  );
  await sql`
    update run set state = 'sending', generated_at = now(), sealed_at = now(), started_at = now(), expires_at = now() + interval '1 hour'
    where id = ${run}`.execute(tx);
  return run;
};

/** Each address once. */
const readersOf = async (
  db: Db,
  channel: string,
  { to, alsoTo }: Pick<InputOf<typeof sendTestEndpoint>, 'to' | 'alsoTo'>,
): Promise<{ to: string; key: string }[]> => {
  const mine = { to, key: await testAddress(db, channel, to) };
  const others = new Map<string, string>();
  for (const other of alsoTo) others.set(await testAddress(db, channel, other, 'alsoTo'), other);
  others.delete(mine.key);
  return [...[...others].map(([key, other]) => ({ to: other, key })), mine];
};

interface TestLine {
  /** Whose data fills the message. */
  party: string | null;
  to: string;
  key: string;
}

const insertTestLine = async (tx: Tx, run: RunId, { party, to, key }: TestLine): Promise<void> => {
  await sql`
    insert into recipient (run_id, no, party_kind, party_id, role, company_id, address, address_key, language, origin, verdict)
    select ${run}, 1, 'contact', ${party}::uuid, 'own', (select company_id from contact where id = ${party}), ${to}, ${key},
      ${await languageOf(tx, party)}, 'test', 'planned'`.execute(tx);
  await countLines(tx, run, []);
};

const languageOf = async (db: Db | Tx, contactId: string | null): Promise<string | null> => {
  if (contactId === null) return null;
  const contact = await db.selectFrom('contact').select('language').where('id', '=', contactId).executeTakeFirst();
  return contact?.language ?? null;
};
