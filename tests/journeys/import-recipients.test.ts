import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createCampaign } from '../../contract/campaigns.ts';
import { checkImport, getImport, type Import, runImport, uploadImportPath } from '../../contract/import.ts';
import { silentLogger } from '../../server/platform/logger.ts';
import { startQueue } from '../../server/platform/queue/queue.ts';
import { tasks } from '../../server/tasks.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { PATIENCE_MS } from '../support/patience.ts';

const house = campaignHouse();
const { ask } = house;
let queue: { stop(): Promise<void> };

beforeAll(async () => {
  queue = await startQueue({ pool: house.app.pool, tasks: tasks(house.app), cron: [], logger: silentLogger });
});
afterAll(() => queue?.stop());

const until = (id: Import['id'], state: Import['state']) =>
  vi.waitFor(async () => expect((await ask(getImport, { id })).state).toBe(state), {
    timeout: PATIENCE_MS,
    interval: 50,
  });

test('O37: a ready recipient list goes straight into an audience, each address once', async () => {
  const campaign = await ask(createCampaign, { name: 'Ready list', channel: 'email' });
  const actionId = campaign.actions[0]!.id;
  const list = 'Name;E-mail\nKari Liste;kari@ready.no\nKari Again;KARI@READY.NO\nOla Liste;ola@ready.no\nBad;nobody\n';
  const path = uploadImportPath('contact', { actionId });
  const { status, body } = await house.marketer.upload<Import>(path, 'list.csv', Buffer.from(list));
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body.options.audience).toMatchObject({ actionId, campaignName: 'Ready list' });
  await ask(checkImport, { id: body.id });
  await until(body.id, 'checked');
  await ask(runImport, { id: body.id });
  await until(body.id, 'finished');
  expect(await ask(getImport, { id: body.id })).toMatchObject({ created: 2, skipped: 1, refused: 1 });
  const { rows } = await sql`select c.email_key, h.pick, h.origin from hand_pick h join contact c on c.id = h.party_id
    where h.action_id = ${actionId} order by 1`.execute(house.app.db);
  expect(rows).toEqual([
    { emailKey: 'kari@ready.no', pick: 'added', origin: 'import' },
    { emailKey: 'ola@ready.no', pick: 'added', origin: 'import' },
  ]);
});
