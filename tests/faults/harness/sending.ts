import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunId } from '../../../contract/ids.ts';
import { createFieldRegistry, crmRuleFields } from '../../../server/modules/audiences/index.ts';
import { distribute, getRun } from '../../../server/modules/delivery/index.ts';
import { systemClock } from '../../../server/platform/clock.ts';
import type { Db } from '../../../server/platform/database/open-database.ts';
import { givenCampaign, givenContacts, givenHouse, type ReadyCampaign } from '../../support/ready-campaign.ts';
import { startWorkerProcess, type WorkerProcess } from '../../support/worker-process.ts';
import { checkRun, type Findings } from './checker.ts';
import { FaultyMailServer } from './mail-server.ts';
import { until } from './until.ts';

export interface SendingWish {
  recipients: number;
  chunking?: boolean;
  slowMs?: number;
  connections?: number;
  /** Seconds of database time until it begins. */
  delaySeconds?: number;
}

const HEAL_MS = 150_000;

/** One campaign on its way through real worker processes to a mail server that counts. */
export class Sending {
  readonly db: Db;
  readonly runId: RunId;
  readonly mail: FaultyMailServer;
  readonly campaign: ReadyCampaign;
  readonly #url: string;
  readonly #folder: string;
  readonly #workers: WorkerProcess[] = [];

  private constructor(
    { db, url }: { db: Db; url: string },
    folder: string,
    given: { mail: FaultyMailServer; campaign: ReadyCampaign; runId: RunId },
  ) {
    this.db = db;
    this.#url = url;
    this.#folder = folder;
    this.mail = given.mail;
    this.campaign = given.campaign;
    this.runId = given.runId;
  }

  static async begin(database: { db: Db; url: string }, folder: string, wish: SendingWish): Promise<Sending> {
    const { db } = database;
    const mail = await FaultyMailServer.start({ chunking: wish.chunking ?? true, slowMs: wish.slowMs ?? 8 });
    const house = await givenHouse(db, { port: mail.port, maxConnections: wish.connections ?? 4 });
    await givenContacts(db, wish.recipients, house.topicId, `to${mail.port}.example`);
    const campaign = await givenCampaign(db, house);
    const needs = { db, clock: systemClock, ruleFields: createFieldRegistry([crmRuleFields]), channels: {} };
    const asked = { id: campaign.actionId, scope: 'all' as const, expectedPlanned: wish.recipients };
    const run = await distribute(needs, campaign.actor, { ...asked, delaySeconds: wish.delaySeconds ?? 0 });
    return new Sending(database, folder, { mail, campaign, runId: run.id });
  }

  /** As on a computer of its own: a data folder that no other has, unless its name is given again. */
  async startWorker(
    computer: string,
    { url = this.#url, env = {} }: { url?: string; env?: NodeJS.ProcessEnv } = {},
  ): Promise<WorkerProcess> {
    const folder = join(this.#folder, computer);
    await mkdir(folder, { recursive: true });
    const worker = startWorkerProcess(url, folder, { env });
    this.#workers.push(worker);
    return worker;
  }

  accepted(count: number, ms = HEAL_MS): Promise<boolean> {
    return until(() => this.mail.accepted >= count, ms);
  }

  shown() {
    return getRun({ db: this.db }, this.campaign.actor, { id: this.runId });
  }

  finished(ms = HEAL_MS): Promise<boolean> {
    return until(async () => (await this.shown().catch(() => null))?.state === 'finished', ms);
  }

  async findings(): Promise<Findings> {
    return checkRun(this.db, this.runId, this.mail.copies, (await this.shown()).sums);
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.signal('SIGKILL')));
    this.mail.close();
  }
}
