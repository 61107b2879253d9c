import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getSession, updatePreferences } from '../../contract/access.ts';
import { createCampaign, updateAction, updateCampaign } from '../../contract/campaigns.ts';
import type { ActionId } from '../../contract/ids.ts';
import { listNotices } from '../../contract/notices.ts';
import { distribute, fetchFailed, sendTest } from '../../contract/runs.ts';
import { silentLogger } from '../../server/platform/logger.ts';
import { startQueue } from '../../server/platform/queue/queue.ts';
import { tasks } from '../../server/tasks.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { eventually } from '../support/eventually.ts';
import { everyone, givenCampaign, givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask, untilFinished } = house;
const STARTER = 'cyprian@nordlys.test';
let owner: string;
let queue: { stop(): Promise<void> };

beforeAll(async () => {
  const { db, pool } = house.app;
  owner = `${house.given.actor.userId}@fjord.example`;
  await givenContacts(db, 5, house.given.topicId);
  await sql`update sending_account set nature = 'direct' where id = ${house.given.accountId}`.execute(db);
  queue = await startQueue({ pool, tasks: tasks(house.app), cron: [], logger: silentLogger });
});
afterAll(() => queue.stop());

const go = async (id: ActionId) => {
  house.mail.received.length = 0;
  const run = await ask(distribute, { id });
  await untilFinished(run.id);
  return run.id;
};

/** What users were mailed since, once every mail about an end is through. */
const told = async () => {
  await eventually(async () => {
    const { rows } = await sql`
      select from graphile_worker.jobs where task_identifier = 'tell-finished' and attempts < max_attempts`.execute(
      house.app.db,
    );
    expect(rows).toHaveLength(0);
  });
  const mails = house.mail.received.filter(({ to }) => to === owner || to === STARTER);
  return mails.sort((one, other) => one.to.localeCompare(other.to));
};

test('Q26: after every distribution, however short, owner and starter get the sums by mail, each one mail in his language', async () => {
  house.mail.refuse = (address) => (/person[12]@/.test(address) ? '550 5.2.1 mailbox disabled' : null);
  const { actionId, campaignId } = await givenCampaign(house.app.db, house.given);
  await sql`update app_user set language = 'pl' where email = ${STARTER}`.execute(house.app.db);
  await go(actionId);
  const mails = await told();
  expect(mails.map(({ to, mail }) => [to, mail.subject])).toEqual(
    [
      [owner, 'Ferdig: Spring'],
      [STARTER, 'Zakończono: Spring'],
    ].sort(([one], [other]) => one!.localeCompare(other!)),
  );
  const { mail, raw } = mails.find(({ to }) => to === owner)!;
  expect(mail.text).toContain('Skulle sendes: 5\nSendt: 3\nFeilet: 2\nUtelatt etter start: 0\nUkjent: 0');
  expect(mail.text).toContain(`http://fanfare.test/campaigns/${campaignId}/results`);
  expect(mail.text).not.toContain('forsøk');
  expect(raw).toContain('Auto-Submitted: auto-generated');

  house.mail.refuse = (address) => (/person2@/.test(address) ? '550 5.2.1 mailbox disabled' : null);
  await ask(fetchFailed, { id: actionId });
  await go(actionId);
  const again = (await told()).find(({ to }) => to === owner)!;
  expect(again.mail.text).toContain('Dette var forsøk 2, til dem som ikke ble nådd før. Sendt i alle forsøk: 4.');
  expect(again.mail.text).toContain('Skulle sendes: 2\nSendt: 1\nFeilet: 1');
  const { rows } = await ask(listNotices, {});
  expect(rows[0]?.detail).toMatchObject({ planned: 2, sent: 1, tries: 2, sentInAll: 4 });
});

test('Q26: who owns and starts it gets one mail; a test tells nobody; whoever does not want it hears the bell alone', async () => {
  house.mail.refuse = () => null;
  const { actionId, campaignId } = await givenCampaign(house.app.db, house.given);
  await sql`update campaign set owner_id = (select id from app_user where email = ${STARTER}) where id = ${campaignId}`.execute(
    house.app.db,
  );
  house.mail.received.length = 0;
  await untilFinished((await ask(sendTest, { id: actionId, to: 'me@nordlys.test' })).id);
  expect(await told()).toEqual([]);
  await go(actionId);
  expect((await told()).map(({ to }) => to)).toEqual([STARTER]);

  await ask(updatePreferences, { mailWhenFinished: false });
  expect((await ask(getSession, {})).user).toMatchObject({ mailWhenFinished: false });
  const other = await givenCampaign(house.app.db, house.given);
  await go(other.actionId);
  expect((await told()).map(({ to }) => to)).toEqual([owner]);
  expect((await ask(listNotices, {})).rows[0]).toMatchObject({ kind: 'run_finished', detail: { sent: 5, tries: 1 } });
  await ask(updatePreferences, { mailWhenFinished: true });
});

test('Q26: where records are made and nothing is sent it is told, too, by an account that leaves this machine', async () => {
  const made = await ask(createCampaign, { name: 'Whom to ask', channel: 'list' });
  const { id, updatedAt } = made.actions[0]!;
  const { updatedAt: last } = await ask(updateAction, { id, updatedAt, audience: everyone });
  await ask(updateCampaign, { id: made.id, updatedAt: last, state: 'ready' });
  await go(id);
  const [mail, ...more] = await told();
  expect(more).toEqual([]);
  expect(mail?.mail.text).toContain('Zaplanowano: 5\nUtworzono: 5');
});

test('Q26: a mail server that is away when it ends hears of it later, once', async () => {
  const { db } = house.app;
  const { actionId } = await givenCampaign(db, house.given, { channel: 'list' });
  const account = house.given.accountId;
  await sql`update sending_account set port = 1 where id = ${account}`.execute(db);
  await go(actionId);
  const waiting = sql<{ tried: number }>`
    select attempts as tried from graphile_worker.jobs where task_identifier = 'tell-finished' and last_error is not null`;
  await eventually(async () => expect((await waiting.execute(db)).rows).toMatchObject([{ tried: 1 }]));
  await sql`update sending_account set port = ${house.mail.port} where id = ${account}`.execute(db);
  await sql`update graphile_worker._private_jobs set run_at = now() where last_error is not null`.execute(db);
  expect((await told()).map(({ to }) => to).sort()).toEqual([owner, STARTER].sort());
});
