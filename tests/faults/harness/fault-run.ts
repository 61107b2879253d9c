import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { RunId } from '../../../contract/ids.ts';
import { createFieldRegistry, crmRuleFields } from '../../../server/modules/audiences/index.ts';
import { suppress } from '../../../server/modules/consent/index.ts';
import { distribute, getRun } from '../../../server/modules/delivery/index.ts';
import { systemClock } from '../../../server/platform/clock.ts';
import type { Db } from '../../../server/platform/database/open-database.ts';
import { uuidIds } from '../../../server/platform/ids.ts';
import { givenCampaign, givenContacts, givenHouse, type ReadyCampaign } from '../../support/ready-campaign.ts';
import { startWorkerProcess, type WorkerProcess } from '../../support/worker-process.ts';
import { checkRun, type Findings } from './checker.ts';
import { type DatabaseFault, DatabaseProxy } from './database-proxy.ts';
import { FaultyMailServer, STAGES, type Stage } from './mail-server.ts';
import { numbersFrom } from './numbers.ts';
import { until } from './until.ts';

export interface FaultWish {
  recipients: number;
  kills: number;
  chunking: boolean;
  /** Another number, other faults; the same, the same. */
  seed: number;
  connections?: number;
  slowMs?: number;
  /** How long it may take to end once the last fault has healed. */
  healMs: number;
}

export interface FaultReport extends Findings {
  kills: number;
  recipients: number;
  /** The most lines that one fault left in doubt, and that it might have by what the mail server saw. */
  unknownMaxPerFault: number;
  /** How often each kind of fault was injected. */
  faults: Record<string, number>;
  /** A fault that left more in doubt than it may. */
  tooMany: { fault: string; unknown: number; open: number }[];
  finished: boolean;
}

type Fault =
  | { kind: 'kill'; stage: Stage }
  | { kind: 'stop' }
  | { kind: 'freeze' }
  | { kind: 'hang_up' }
  | { kind: 'database'; fault: DatabaseFault };

const PATIENCE_MS = 30_000;
const nameOf = (fault: Fault): string =>
  fault.kind === 'kill' ? `kill at ${fault.stage}` : fault.kind === 'database' ? `database ${fault.fault}` : fault.kind;

/** One campaign sent by one worker, to whom all sorts of things happen; afterwards the books are compared. */
export class FaultRun {
  readonly #db: Db;
  readonly #folder: string;
  readonly #wish: FaultWish;
  readonly #mail: FaultyMailServer;
  readonly #proxy: DatabaseProxy;
  readonly #random: (below: number) => number;
  readonly #report: Pick<FaultReport, 'faults' | 'tooMany' | 'unknownMaxPerFault'> = {
    faults: {},
    tooMany: [],
    unknownMaxPerFault: 0,
  };
  #worker: WorkerProcess;
  #runId = '' as RunId;

  private constructor(db: Db, folder: string, wish: FaultWish, mail: FaultyMailServer, proxy: DatabaseProxy) {
    this.#db = db;
    this.#folder = folder;
    this.#wish = wish;
    this.#mail = mail;
    this.#proxy = proxy;
    this.#random = numbersFrom(wish.seed);
    this.#worker = this.#start();
  }

  static async run(database: { db: Db; url: string }, folder: string, wish: FaultWish): Promise<FaultReport> {
    const mail = await FaultyMailServer.start({ chunking: wish.chunking, slowMs: wish.slowMs ?? 8 });
    const proxy = await DatabaseProxy.start(database.url);
    const run = new FaultRun(database.db, folder, wish, mail, proxy);
    try {
      return await run.#all();
    } finally {
      await run.#worker.signal('SIGKILL');
      proxy.close();
      mail.close();
    }
  }

  #start(): WorkerProcess {
    return startWorkerProcess(this.#proxy.url, this.#folder);
  }

  async #all(): Promise<FaultReport> {
    const { recipients, kills } = this.#wish;
    const house = await givenHouse(this.#db, { port: this.#mail.port, maxConnections: this.#wish.connections ?? 4 });
    await givenContacts(this.#db, recipients, house.topicId, `seed${this.#wish.seed}.example`);
    const campaign = await givenCampaign(this.#db, house);
    const needs = { db: this.#db, clock: systemClock, ruleFields: createFieldRegistry([crmRuleFields]), channels: {} };
    const asked = { id: campaign.actionId, scope: 'all' as const, expectedPlanned: recipients, delaySeconds: 0 };
    this.#runId = (await distribute(needs, campaign.actor, asked)).id;
    for (let kill = 1; kill <= kills; kill += 1) {
      const goal = Math.floor((recipients * kill) / (kills + 2));
      await until(() => this.#mail.accepted >= goal, PATIENCE_MS);
      if (kill % 5 === 0) await this.#suppressSomebody();
      await this.#inject(this.#choose(kill));
    }
    const finished = await until(async () => (await this.#shown(campaign)).state === 'finished', this.#wish.healMs);
    const { sums } = await this.#shown(campaign);
    const findings = await checkRun(this.#db, this.#runId, this.#mail.copies, sums);
    return { kills, recipients, finished, ...this.#report, ...findings };
  }

  #shown({ actor }: ReadyCampaign) {
    return getRun({ db: this.#db }, actor, { id: this.#runId });
  }

  #choose(kill: number): Fault {
    const draw = this.#random(10);
    if (draw < 6) return { kind: 'kill', stage: STAGES[(kill + draw) % STAGES.length]! };
    if (draw === 6) return { kind: 'stop' };
    if (draw === 7) return this.#random(2) === 0 ? { kind: 'freeze' } : { kind: 'hang_up' };
    return { kind: 'database', fault: (['cut', 'swallow', 'all'] as const)[this.#random(3)]! };
  }

  async #inject(fault: Fault): Promise<void> {
    const name = nameOf(fault);
    this.#report.faults[name] = (this.#report.faults[name] ?? 0) + 1;
    const before = await this.#countUnknown();
    const open = await this.#happen(fault);
    await this.#settled();
    if (fault.kind === 'hang_up') await this.#told();
    const unknown = (await this.#countUnknown()) - before;
    this.#report.unknownMaxPerFault = Math.max(this.#report.unknownMaxPerFault, unknown);
    if (unknown > open) this.#report.tooMany.push({ fault: name, unknown, open });
  }

  /** Answers how many transactions the mail server had open after the dot when it happened. */
  async #happen(fault: Fault): Promise<number> {
    switch (fault.kind) {
      case 'kill':
        return this.#end('SIGKILL', fault.stage);
      case 'stop':
        return this.#end('SIGTERM', null);
      case 'freeze':
        await this.#worker.signal('SIGSTOP');
        await sleep(300);
        await this.#worker.signal('SIGCONT');
        return 0;
      case 'hang_up':
        return this.#hangUp();
      case 'database':
        await Promise.race([this.#proxy.breakAt(1 + this.#random(4), fault.fault), sleep(3_000)]);
        this.#proxy.disarm();
        return 0;
    }
  }

  /** A kill at a moment of a transaction, or (`null`) at any. None is left in doubt when the worker was asked to stop. */
  async #end(signal: 'SIGKILL' | 'SIGTERM', stage: Stage | null): Promise<number> {
    if (stage !== null) {
      const reached = new Promise<void>((resolve) =>
        this.#mail.set({
          stage,
          spring: () => {
            process.kill(this.#worker.pid, signal);
            resolve();
          },
        }),
      );
      await Promise.race([reached, sleep(5_000)]);
      this.#mail.set(null);
    }
    const guests = this.#mail.guests();
    await this.#worker.signal(signal);
    await until(() => this.#mail.connections === 0);
    const open = signal === 'SIGTERM' ? 0 : guests.reduce((sum, guest) => sum + guest.open, 0);
    this.#worker = this.#start();
    return open;
  }

  async #hangUp(): Promise<number> {
    let open = 0;
    const sprung = new Promise<void>((resolve) =>
      this.#mail.set({
        stage: 'dot',
        spring: (socket) => {
          open = this.#mail.chunking ? Math.max(4, this.#mail.open(socket)) : this.#mail.open(socket);
          socket.destroy();
          resolve();
        },
      }),
    );
    await Promise.race([sprung, sleep(5_000)]);
    this.#mail.set(null);
    return open;
  }

  /** Whatever the dead left open is settled: only a live worker may have intents without an outcome. */
  async #settled(): Promise<void> {
    await until(async () => {
      const { rows } = await sql<{ dead: number; alive: number }>`
        select count(*) filter (where heartbeat_at < now() - interval '30 seconds' or pid <> ${this.#worker.pid})::int as dead,
          count(*) filter (where pid = ${this.#worker.pid})::int as alive from worker where stopped_at is null`.execute(
        this.#db,
      );
      return rows[0]!.alive > 0 && rows[0]!.dead === 0;
    });
  }

  /** What becomes of the messages under way now is the doing of this fault, not of the next. */
  async #told(): Promise<void> {
    const untold = sql`released_at is null and not exists (
      select from outcome o where o.run_id = t.run_id and o.no = t.no and o.attempt_no = t.attempt_no)`;
    const { rows } = await sql<{ no: number; attemptNo: number }>`
      select no, attempt_no from attempt t where run_id = ${this.#runId} and ${untold}`.execute(this.#db);
    const underWay = sql`unnest(${rows.map(({ no }) => no)}::int[], ${rows.map(({ attemptNo }) => attemptNo)}::int[])`;
    await until(async () => {
      const left = await sql`
        select from attempt t where run_id = ${this.#runId} and (no, attempt_no) in (select * from ${underWay}) and ${untold} limit 1`.execute(
        this.#db,
      );
      return left.rows.length === 0;
    }, PATIENCE_MS);
  }

  async #countUnknown(): Promise<number> {
    const { rows } = await sql<{
      unknown: number;
    }>`select coalesce(sum(unknown), 0)::int as unknown from chunk where run_id = ${this.#runId}`.execute(this.#db);
    return rows[0]!.unknown;
  }

  /** Somebody who was not written to yet may no longer be, in the middle of it all. */
  async #suppressSomebody(): Promise<void> {
    const { rows } = await sql<{ key: string }>`
      select address_key as key from recipient where run_id = ${this.#runId} order by no desc limit 1 offset ${this.#random(20)}`.execute(
      this.#db,
    );
    const row = {
      kind: 'address',
      value: rows[0]!.key,
      channel: 'email',
      purposeClass: 'all',
      reason: 'manual',
      note: '',
      evidence: {},
      recordedBy: null,
      at: new Date(),
    } as const;
    await this.#db.transaction().execute((tx) => suppress(tx, uuidIds, [row]));
  }
}
