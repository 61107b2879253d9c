import { sql } from 'kysely';
import type { RunId } from '../contract/ids.ts';
import { writeChunks } from '../server/modules/delivery/chunk.store.ts';
import type { Db } from '../server/platform/database/open-database.ts';
import { givenCampaign, givenHouse, type ReadyCampaign } from '../tests/support/ready-campaign.ts';

export const givenLaunchedCampaign = async (db: Db): Promise<ReadyCampaign> => givenCampaign(db, await givenHouse(db));

/** A sealed run with so many planned lines, cut into chunks, none of them begun. */
export async function givenRun(db: Db, { campaignId, actionId }: ReadyCampaign, lines: number): Promise<RunId> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: RunId }>`
      insert into run (id, campaign_id, action_id, mode, state, channel, matched, planned, sealed_at)
      values (new_run_id(false, now()), ${campaignId}, ${actionId}, 'main', 'sending', 'email', ${lines}, ${lines}, now()) returning id`.execute(
      tx,
    );
    const { id } = rows[0]!;
    await sql`
      insert into recipient (run_id, no, party_kind, party_id, role, address, address_key, origin, verdict)
      select ${id}, no, 'contact', gen_random_uuid(), 'own', 'person' || no || '@example.org', 'person' || no || '@example.org', 'rule', 'planned'
      from generate_series(1, ${lines}::int) no`.execute(tx);
    await writeChunks(tx, id, sql`now()`);
    return id;
  });
}
