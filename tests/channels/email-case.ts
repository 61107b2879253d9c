import { createEmailChannel } from '../../server/modules/channels/email/email-channel.ts';
import { createSecretBox } from '../../server/platform/crypto/secret-box.ts';
import { silentLogger } from '../../server/platform/logger.ts';
import { fixedClock } from '../support/clock.ts';
import { dispatchOf } from '../support/dispatch.ts';
import { startMailServer } from '../support/mail-server.ts';
import { givenCampaign, givenHouse } from '../support/ready-campaign.ts';
import { sharedPress } from '../support/shared-press.ts';
import type { CarryingCase } from './channel-case.ts';

/** E-mail at a real SMTP server. */
export const emailCase: CarryingCase = {
  shape: 'carry',
  open: async (db) => {
    const mail = await startMailServer();
    const house = await givenHouse(db, { port: mail.port });
    const campaign = await givenCampaign(db, house);
    const clock = fixedClock('2026-11-03T10:00:00Z');
    const secretBox = createSecretBox(Buffer.alloc(32, 7));
    return {
      channel: createEmailChannel({ db, clock, logger: silentLogger, secretBox, press: sharedPress }),
      dispatch: dispatchOf(campaign, house.accountId),
      address: (no) => `person${no}@example.org`,
      noAddress: 'nobody at all',
      accepted: async () => mail.received.length,
      leave: () => mail.close(),
      close: () => mail.close(),
    };
  },
};
