import { campaignReport, type Run } from '../../../contract/runs.ts';
import type { App } from '../../app.ts';
import { countOutbox } from '../../modules/channels/index.ts';
import { checkLedger } from '../../modules/reporting/index.ts';
import { createLogger } from '../../platform/logger.ts';
import { type Ask, askAs } from './ask.ts';
import { type Balance, balanceOf } from './balance.ts';
import { demoConfig } from './demo-config.ts';
import { furnish, pointAccountAt } from './furnish.ts';
import { draftInvitation, launchNewsletter, untilEnded } from './launch.ts';
import { type OpenHouse, openHouse } from './open-house.ts';
import type { DemoOptions } from './options.ts';
import { findStaff, hireStaff } from './people.ts';
import { letThemRead } from './readers.ts';
import { belongingsTold, importTold, waterfall, welcome } from './tell.ts';

type Tell = (text: string) => void;

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

const balance = async ({ db }: App, ask: Ask, run: Run, outboxBefore: number): Promise<Balance> => {
  const { facts } = await ask(campaignReport, { id: run.campaignId });
  const bounced = facts.find(({ fact }) => fact === 'bounced');
  const checks = await checkLedger(db);
  return balanceOf({
    sums: run.sums,
    excludedBy: run.excludedBy,
    bounced: bounced ? bounced.human + bounced.machine + bounced.unknown : 0,
    smtpAccepted: (await countOutbox(db)) - outboxBefore,
    brokenSums: checks.filter(({ broken }) => broken.length > 0).length,
  });
};

/** The whole road, told as it goes: customers in, consent, campaign, sent, counted. */
const tellStory = async ({ app, outboxPort }: OpenHouse, tell: Tell): Promise<Balance> => {
  const begun = Date.now();
  const staff = await hireStaff(app);
  const accountId = await pointAccountAt(app, staff, outboxPort);
  const { people, belongings, topics, customers } = await furnish(app, staff);
  tell(
    `\nA car dealer and its customers (${seconds(begun)}):\n${importTold(people.companies)}\n${importTold(people.contacts)}\n${belongingsTold(belongings)}`,
  );
  const ask = askAs(app, staff.marketer);
  await draftInvitation(ask, topics.events);
  const outboxBefore = await countOutbox(app.db);
  const sending = Date.now();
  const launched = await launchNewsletter(ask, { customers, topicId: topics.newsletter, accountId });
  tell(`\nKari launches the spring newsletter: ${launched.sums.planned.toLocaleString('en')} messages …`);
  const run = await untilEnded(ask, launched.id);
  const sums = await balance(app, ask, run, outboxBefore);
  const paused = run.pauseReason ? `, paused: ${JSON.stringify(run.pauseReason)}` : '';
  tell(`${run.state} after ${seconds(sending)}${paused}\n\n${waterfall(sums)}\n`);
  return sums;
};

/** Goes on where the last demo ended, if there was one. */
const reopen = async ({ app, outboxPort }: OpenHouse): Promise<boolean> => {
  const staff = await findStaff(app);
  if (staff === null) return false;
  await pointAccountAt(app, staff, outboxPort);
  return true;
};

const leaveOpen = async ({ app }: OpenHouse, tell: Tell): Promise<void> => {
  const leaving = new AbortController();
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  tell(welcome(app.config.baseUrl));
  const staff = await findStaff(app);
  if (staff !== null) {
    const reading = { ask: askAs(app, staff.admin), baseUrl: app.config.baseUrl, signal: leaving.signal };
    letThemRead(reading).catch(
      (error) => leaving.signal.aborted || app.logger.warn({ err: error }, 'the readers stopped'),
    );
  }
  await ended;
  leaving.abort();
  tell('\nClosing …');
};

/** Answers the exit code. */
export const runDemo = async (options: DemoOptions): Promise<number> => {
  // Standard output is for the result; with --json for nothing else.
  const tell: Tell = (text) => (options.json ? process.stderr : process.stdout).write(`${text}\n`);
  const { config, movedFrom } = await demoConfig();
  const level = config.logLevel === 'info' ? 'warn' : config.logLevel;
  const logger = createLogger(level, process.stderr);
  if (movedFrom !== null) tell(`Port ${movedFrom} is taken; the demo uses ${config.port}.`);
  const house = await openHouse(config, logger, options);
  try {
    const again = options.keep && (await reopen(house));
    const sums = again ? null : await tellStory(house, tell);
    if (!options.once) {
      await leaveOpen(house, tell);
      return 0;
    }
    if (sums !== null && options.json) process.stdout.write(`${JSON.stringify(sums)}\n`);
    return sums === null || sums.balanced ? 0 : 1;
  } finally {
    await house.stop();
  }
};
