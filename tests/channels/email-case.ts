import type { RunId } from '../../contract/ids.ts';
import { createEmailChannel } from '../../server/modules/channels/email/email-channel.ts';
import { createSecretBox } from '../../server/platform/crypto/secret-box.ts';
import { silentLogger } from '../../server/platform/logger.ts';
import { fixedClock } from '../support/clock.ts';
import { startMailServer } from '../support/mail-server.ts';
import { givenCampaign, givenHouse } from '../support/ready-campaign.ts';
import type { CarryingCase } from './channel-case.ts';

/** E-mail at a real SMTP server. */
export const emailCase: CarryingCase = {
  shape: 'carry',
  open: async (db) => {
    const mail = await startMailServer();
    const house = await givenHouse(db, { port: mail.port });
    const { campaignId, contentVersionId } = await givenCampaign(db, house);
    const clock = fixedClock('2026-11-03T10:00:00Z');
    const secretBox = createSecretBox(Buffer.alloc(32, 7));
    return {
      channel: createEmailChannel({ db, clock, logger: silentLogger, secretBox }),
      dispatch: {
        runId: '202611000000001' as RunId,
        campaignId,
        campaignCode: 'C-7',
        campaignName: 'Spring',
        contentVersionId,
        sendingAccountId: house.accountId,
        purposeClass: 'marketing',
        topicName: 'News',
        addresses: {
          open: null,
          click: null,
          unsubscribe: '',
          oneClick: '',
          view: '',
          answer: '',
          offer: '',
          direct: '',
        },
        test: false,
      },
      address: (no) => `person${no}@example.org`,
      noAddress: 'nobody at all',
      accepted: async () => mail.received.length,
      leave: () => mail.close(),
      close: () => mail.close(),
    };
  },
};
