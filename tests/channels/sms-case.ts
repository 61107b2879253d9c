import { sql } from 'kysely';
import { Gateways } from '../../server/modules/channels/index.ts';
import { createSmsChannel } from '../../server/modules/channels/sms/sms-channel.ts';
import { createSecretBox } from '../../server/platform/crypto/secret-box.ts';
import { silentLogger } from '../../server/platform/logger.ts';
import { dispatchOf } from '../support/dispatch.ts';
import { givenCampaign, givenHouse } from '../support/ready-campaign.ts';
import { startSmppServer } from '../support/smpp-server.ts';
import { givenSmsAccount } from '../support/sms-account.ts';
import type { CarryingCase } from './channel-case.ts';

/** SMS at a real SMPP gateway. */
export const smsCase: CarryingCase = {
  shape: 'carry',
  open: async (db) => {
    const gateway = await startSmppServer();
    const secretBox = createSecretBox(Buffer.alloc(32, 7));
    const account = await givenSmsAccount(db, secretBox, gateway);
    const campaign = await givenCampaign(db, await givenHouse(db));
    const variants = JSON.stringify({
      en: { subject: '', preheader: '', html: '', text: 'Hello {{ contact.first_name }}' },
    });
    await sql`update content_version set channel = 'sms', variants = ${variants} where id = ${campaign.contentVersionId}`.execute(
      db,
    );
    const needs = { db, logger: silentLogger, secretBox, baseUrl: 'https://f.example', insideGateways: true };
    const gateways = new Gateways(needs, () => async () => true);
    return {
      channel: createSmsChannel({ ...needs, shortTokenOf: () => 'short' }, gateways),
      dispatch: dispatchOf(campaign, account.id),
      address: (no) => `+4740000${String(no).padStart(3, '0')}`,
      noAddress: 'nobody at all',
      accepted: async () => (await gateway.accepted()).length,
      leave: () => gateway.close(),
      close: async () => undefined,
    };
  },
};
