import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { createFieldRegistry, crmRuleFields } from '../../server/modules/audiences/index.ts';
import type { IssuingChannel } from '../../server/modules/channels/index.ts';
import { distribute, runTotalsOf, sendTest } from '../../server/modules/delivery/index.ts';
import { checkLedger } from '../../server/modules/reporting/index.ts';
import { fixedClock } from '../support/clock.ts';
import { testDatabase } from '../support/database.ts';
import { givenCampaign, givenContacts, givenHouse, type ReadyCampaign } from '../support/ready-campaign.ts';
import type { IssuingCase } from './channel-case.ts';

const PEOPLE = 5;

/** What delivery relies on, whatever is issued. */
export const issuingPromises = (name: string, { channel, furnish, documents }: IssuingCase): void => {
  const database = testDatabase();
  let house: Awaited<ReturnType<typeof givenHouse>>;
  beforeAll(async () => {
    house = await givenHouse(database.db);
    await givenContacts(database.db, PEOPLE, house.topicId);
    await sql`update contact set phone = '+47 400 00 0' || lpad(last_name, 2, '0'), phone_key = '+47400000' || lpad(last_name, 2, '0')`.execute(
      database.db,
    );
  });

  const needs = (issuing: IssuingChannel = channel) => ({
    db: database.db,
    clock: fixedClock('2026-11-03T10:00:00Z'),
    ruleFields: createFieldRegistry([crmRuleFields]),
    channels: { [name]: issuing },
  });
  const given = async (): Promise<ReadyCampaign> => {
    const campaign = await givenCampaign(database.db, house, { channel: name as 'list' });
    await furnish(database.db, campaign);
    return campaign;
  };
  const go = ({ actor, actionId }: ReadyCampaign, issuing?: IssuingChannel) =>
    distribute(needs(issuing), actor, {
      id: actionId,
      scope: 'all',
      expectedPlanned: null,
      delaySeconds: 0,
    });

  test('issues for every planned line at once; what is issued is sent', async () => {
    const run = await go(await given());
    expect(run).toMatchObject({ state: 'finished', sums: { planned: PEOPLE, sent: PEOPLE, open: 0 } });
    if (documents) expect(await documents(database.db, run.id)).toBe(PEOPLE);
    expect((await checkLedger(database.db)).filter(({ broken }) => broken.length > 0)).toEqual([]);
  });

  test('issues all or nothing: what breaks at the end leaves no document and nobody sent', async () => {
    const campaign = await given();
    let runId = '';
    const broken: IssuingChannel = {
      ...channel,
      issue: async (tx, run) => {
        runId = run.runId;
        await channel.issue(tx, run);
        throw new Error('out of paper');
      },
    };
    await expect(go(campaign, broken)).rejects.toThrow('out of paper');
    expect(runId).not.toBe('');
    if (documents) expect(await documents(database.db, runId)).toBe(0);
    const { rows } = await sql`select 1 from outcome where run_id = ${runId}`.execute(database.db);
    expect(rows).toEqual([]);
    expect((await go(campaign)).sums.sent).toBe(PEOPLE);
  });

  if (documents === null) return;
  test('a test issues one proof that counts nowhere', async () => {
    const { actor, actionId, campaignId } = await given();
    const proof = await sendTest(needs(), actor, {
      id: actionId,
      to: 'kari@fjord.example',
      alsoTo: [],
      contactId: null,
    });
    expect(proof).toMatchObject({ mode: 'test', state: 'finished', sums: { planned: 1, sent: 1 } });
    expect(await documents(database.db, proof.id)).toBe(1);
    const totals = (await runTotalsOf(database.db, [campaignId])).get(campaignId);
    expect(totals?.distributions ?? 0).toBe(0);
    expect((await checkLedger(database.db)).filter(({ broken }) => broken.length > 0)).toEqual([]);
  });
};
