import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { Endpoint, OutputOf, SentTo } from '../../contract/endpoint.ts';
import { getRun } from '../../contract/runs.ts';
import { createSenderNeeds, Sender } from '../../server/modules/delivery/index.ts';
import { checkLedger } from '../../server/modules/reporting/index.ts';
import { type Caller, furnish, type House, signedIn, testHouse } from './house.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { PATIENCE_MS } from './patience.ts';
import { givenHouse } from './ready-campaign.ts';

export interface CampaignHouse extends House {
  mail: MailServer;
  /** Cyprian, the marketer, signed in. */
  marketer: Caller;
  given: Awaited<ReturnType<typeof givenHouse>>;
  /** Calls as the marketer and expects success. */
  ask<E extends Endpoint>(endpoint: E, input: SentTo<E>): Promise<OutputOf<E>>;
  /** Calls as the marketer and answers the refusal: `status field code`. */
  refused<E extends Endpoint>(endpoint: E, input: SentTo<E>): Promise<string>;
  untilFinished(runId: string): Promise<void>;
  expectLedgerToHold(): Promise<void>;
}

/** The whole house with a worker and a real mail server that its sending account points to. Call it at the top of a test file. */
export const campaignHouse = (): CampaignHouse => {
  const house = testHouse() as CampaignHouse;
  let sender: Sender;
  beforeAll(async () => {
    house.mail = await startMailServer();
    await furnish(house);
    house.given = await givenHouse(house.app.db, { port: house.mail.port });
    sender = await Sender.start(createSenderNeeds(house.app, 'test'));
    house.marketer = await signedIn(house, 'cyprian@nordlys.test');
  });
  afterAll(async () => {
    await sender.stop();
    await house.mail.close();
  });
  house.ask = async (endpoint, input) => {
    const { status, body } = await house.marketer.call(endpoint, input);
    expect(status, JSON.stringify(body)).toBe(200);
    return body as OutputOf<typeof endpoint>;
  };
  house.refused = async (endpoint, input) => {
    const { status, body } = await house.marketer.call(endpoint, input);
    const { errors } = body as { errors: { field: string | null; code: string }[] };
    return `${status} ${errors.map(({ field, code }) => (field ? `${field} ${code}` : code)).join(', ')}`;
  };
  house.untilFinished = async (id) => {
    await vi.waitFor(async () => expect((await house.ask(getRun, { id: id as never })).state).toBe('finished'), {
      timeout: PATIENCE_MS,
      interval: 50,
    });
  };
  house.expectLedgerToHold = async () => {
    expect((await checkLedger(house.app.db)).filter(({ broken }) => broken.length > 0)).toEqual([]);
  };
  return house;
};
