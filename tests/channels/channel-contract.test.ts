import { describe, expect, test } from 'vitest';
import { DISPATCH_CHANNELS } from '../../contract/campaigns.ts';
import { TYPE_CHANNELS } from '../../contract/interactions.ts';
import { createChannels, Gateways } from '../../server/modules/channels/index.ts';
import { createSecretBox } from '../../server/platform/crypto/secret-box.ts';
import { silentLogger } from '../../server/platform/logger.ts';
import { fixedClock } from '../support/clock.ts';
import { testDatabase } from '../support/database.ts';
import { sharedPress } from '../support/shared-press.ts';
import { carryingPromises } from './carrying-promises.ts';
import { CASES } from './cases.ts';
import { issuingPromises } from './issuing-promises.ts';

const database = testDatabase();

test('every channel that an action can have is there, and keeps the promises below', async () => {
  const secretBox = createSecretBox(Buffer.alloc(32, 7));
  const clock = fixedClock('2026-11-03T10:00:00Z');
  const needs = {
    db: database.db,
    logger: silentLogger,
    secretBox,
    baseUrl: 'https://f.example',
    insideGateways: true,
  };
  const smsGateways = new Gateways(needs, () => async () => true);
  const naming = { shortTokenOf: () => '', directLinkOf: () => '' };
  const channels = createChannels({ ...needs, clock, smsGateways, press: sharedPress, ...naming });
  const names = Object.keys(channels).sort();
  expect(names).toEqual([...DISPATCH_CHANNELS].sort());
  expect(names).toEqual(Object.keys(CASES).sort());
  for (const name of names) {
    expect(channels[name]).toMatchObject({ name, shape: CASES[name]?.shape });
    expect(TYPE_CHANNELS, 'what it leaves in the dossier has a type').toContain(name);
  }
});

describe.each(Object.entries(CASES))('%s', (name, channel) => {
  if (channel.shape === 'carry') carryingPromises(channel);
  else issuingPromises(name, channel);
});
