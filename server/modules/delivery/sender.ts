import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Listening } from '../../platform/database/listen.ts';
import type { AccountTrouble } from '../channels/index.ts';
import type { Batch } from './batch.ts';
import type { Bench, SenderNeeds } from './bench.ts';
import { giveBack, type Hands, leaseChunk, somebodyWaits } from './chunk.store.ts';
import { EpochWatch } from './epoch-watch.ts';
import { FULL_AGAIN_MS, FullDisk } from './full-disk.ts';
import { IntentRoom } from './intent-room.ts';
import { Journal } from './journal.ts';
import { HeldLease, renewAll, runsWithEnough } from './lease.ts';
import { loadDueLines } from './line.store.ts';
import type { LiveAccount, LiveRun } from './live-run.ts';
import type { PauseReason } from './model/auto-pause.ts';
import { evenGroups } from './model/even-groups.ts';
import { OutcomeRecorder } from './outcome-recorder.ts';
import { PaceDesk } from './pace-desk.ts';
import { settleDeadWorkers, settleLostHosts } from './recover.ts';
import { samplePace } from './run-pace.store.ts';
import { RunsInHand } from './runs-in-hand.ts';
import { sendBatch, tellRest } from './send-batch.ts';
import { settleByEvidence } from './settle-by-evidence.ts';
import { SlotRest } from './slot-rest.ts';
import { dropLeftOpen } from './stop-lines.ts';
import { Turns } from './turns.ts';
import { heartbeat, registerWorker, signOffWorker } from './worker.store.ts';

/** Intents that a worker has committed whose outcomes are not: what may be lost with a whole machine. */
const INTENTS = 200;
/** Of these so many are kept for small groups; with 18 a chunk of 1,000 lines is eleven groups. */
const SMALL = 18;
/** So many at once: a group is handed over while the next waits with its intents committed, be it another campaign's. */
const GROUP = (INTENTS - SMALL) / 2;
const SLOTS = 4;
/** Of one run; two fill the room for intents, and what is left is for other workers. */
const CHUNKS_TO_DRAW_FROM = 2;
/** While so many are left of a chunk, the next is leased and read. */
const LAST_GROUPS = 2;
const NOTICE_MS = 200;
const IDLE_MS = 250;
const TICK_MS = 5_000;
const HEARTBEAT_MS = 5_000;
const SETTLE_MS = 60_000;
const DRAIN_MS = 30_000;

/** One worker process's sending side: leases chunks and sends them until told to stop. */
export class Sender {
  private readonly bench: Bench;
  private readonly epoch: EpochWatch;
  private readonly held = new Set<HeldLease>();
  private readonly runs: RunsInHand;
  private readonly loops: Promise<void>[] = [];
  private leasing: Promise<unknown> = Promise.resolve();
  private readonly rest = new SlotRest(IDLE_MS / 2);
  private readonly turns = new Turns();
  private readonly stopping = new AbortController();
  private readonly hearing: Listening;

  private constructor(bench: Bench) {
    this.bench = bench;
    this.epoch = new EpochWatch(bench);
    this.runs = new RunsInHand(bench, (runId) => this.turns.forget(runId));
    // One for each loop, and each is taken off again.
    setMaxListeners(0, this.stopping.signal);
    this.hearing = bench.hearOfRuns(() => this.rest.wake());
  }

  static async start(needs: SenderNeeds): Promise<Sender> {
    const workerId = needs.newWorkerId();
    const journal = await Journal.open(needs.journalFolder, workerId);
    await registerWorker(needs.db, workerId, needs.version);
    const sender: Sender = new Sender({
      ...needs,
      workerId,
      journal,
      full: new FullDisk(),
      pace: new PaceDesk(needs.db, needs.logger),
      room: new IntentRoom(INTENTS, SMALL),
      pauseByItself: (run, reason) => sender.pauseByItself(run, reason),
      reportTrouble: (run, account, trouble) => sender.reportTrouble(run, account, trouble),
      stopping: () => sender.stopping.signal.aborted,
    });
    await settleDeadWorkers(needs, needs.journalFolder);
    sender.run();
    return sender;
  }

  private run(): void {
    const idleSlot = () => AbortSignal.any([this.stopping.signal, this.rest.woken]);
    for (let slot = 0; slot < SLOTS; slot += 1) this.repeat(IDLE_MS, () => this.sendNextChunk(), idleSlot);
    this.repeat(NOTICE_MS, async () => {
      await this.runs.takeNotice([...this.held].map(({ lease }) => lease.runId));
      await this.makeRoom();
    });
    this.repeat(HEARTBEAT_MS, () => this.keepAlive());
    this.repeat(SETTLE_MS, async () => {
      await settleLostHosts(this.bench);
      await settleByEvidence(this.bench);
      await dropLeftOpen(this.bench);
    });
    this.repeat(IDLE_MS, async () => (await this.epoch.maySend()) && this.bench.startDueRuns());
    this.repeat(TICK_MS, async () => (await this.epoch.maySend()) && this.bench.tickTracks());
  }

  /** Does the work again and again; when it says there was none (or fails), waits before the next time. */
  private repeat(pause: number, work: () => Promise<unknown>, until = () => this.stopping.signal): void {
    const loop = async () => {
      while (!this.stopping.signal.aborted) {
        let wait = pause;
        // Of before the work: whoever is woken while it finds nothing looks again.
        const signal = until();
        try {
          if ((await work()) === true) continue;
        } catch (error) {
          this.bench.logger.warn({ err: error }, 'the sender was interrupted, trying again');
          if (this.bench.full.note(error)) wait = FULL_AGAIN_MS;
        }
        await sleep(wait, undefined, { signal }).catch(() => undefined);
      }
    };
    this.loops.push(loop());
  }

  private async sendNextChunk(): Promise<boolean> {
    const held = await this.takeLease();
    if (held === undefined) return false;
    const { lease } = held;
    const recorder = new OutcomeRecorder(lease.runId, this.bench);
    const asYet = { recorder, waits: new Map(), full: false, idle: null, served: false, givesWay: false };
    let batch = null as Batch | null;
    try {
      await this.epoch.note();
      return await this.runs.use(lease.runId, async (run) => {
        batch = { run, held, ...asYet };
        await this.sendChunk(batch);
        return !run.held;
      });
    } finally {
      this.held.delete(held);
      const { waits = new Map(), idle = null } = batch ?? {};
      await giveBack(this.bench.db, this.bench.workerId, lease, waits, idle === true);
      await this.epoch.note();
      await this.bench.finishRun(lease.runId, lease);
    }
  }

  /** One slot after the other, so that what one was just given is in hand before the next asks. */
  private takeLease(): Promise<HeldLease | undefined> {
    const taken = this.leasing.then(async () => {
      if (this.rest.lasts) return undefined;
      const { woken } = this.rest;
      const askedAt = performance.now();
      const may = await this.epoch.maySend();
      const lease = may ? await leaseChunk(this.bench.db, this.bench.workerId, this.hands()) : undefined;
      if (lease === undefined) {
        this.rest.begin(woken);
        return undefined;
      }
      const held = new HeldLease(lease, askedAt);
      this.held.add(held);
      return held;
    });
    this.leasing = taken.catch(() => undefined);
    return taken;
  }

  private hands(): Hands {
    const held = [...this.held];
    const enough = runsWithEnough(held, CHUNKS_TO_DRAW_FROM);
    return { inHand: held.map(({ lease }) => lease), served: this.turns.order, enough };
  }

  private async sendChunk(batch: Batch): Promise<void> {
    const { run, held } = batch;
    this.turns.begin(batch);
    try {
      const [due] = await Promise.all([
        loadDueLines(this.bench.db, held.lease),
        ...run.accounts.map(({ id }) => this.bench.pace.look(id)),
      ]);
      const groups = evenGroups(due, GROUP);
      for (const [at, group] of groups.entries()) {
        if (!this.mayGoOn(batch)) break;
        if (at >= groups.length - LAST_GROUPS) this.isDrawn(held);
        await sendBatch(this.bench, batch, group);
      }
    } finally {
      await tellRest(this.bench, batch).finally(() => this.turns.end(batch));
    }
  }

  /** A slot that found enough in hand may fetch the next chunk at once. */
  private isDrawn(held: HeldLease): void {
    if (held.drawn) return;
    held.drawn = true;
    this.rest.wake();
  }

  private mayGoOn({ run, held, full, givesWay }: Batch): boolean {
    return !this.stopping.signal.aborted && !run.held && !full && !givesWay && held.holds();
  }

  /** A run that nobody sends waits, and all slots are taken: one of them gives way. */
  private async makeRoom(): Promise<void> {
    if (this.held.size >= SLOTS && (await somebodyWaits(this.bench.db))) this.turns.giveWay();
  }

  private async keepAlive(): Promise<void> {
    const { clock, full } = this.bench;
    await heartbeat(this.bench.db, this.bench.workerId, { clock: clock.now(), waitsFor: full.waitsFor });
    await samplePace(this.bench.db);
    if (this.held.size > 0) await this.epoch.advance();
    await renewAll(this.bench.db, this.bench.workerId, [...this.held]);
    await settleDeadWorkers(this.bench, this.bench.journalFolder);
  }

  /** Never fails: it is asked from within a connection, where nobody waits for it. What could not be paused is opened anew, and the watch asks again. */
  private async pauseByItself(run: LiveRun, reason: PauseReason): Promise<void> {
    if (run.held) return;
    run.held = true;
    run.deciding = true;
    try {
      await this.bench.pauseRun(run.row.id, reason);
    } catch (error) {
      this.bench.logger.warn({ err: error, run: run.row.id, reason }, 'a run could not be paused');
    } finally {
      run.deciding = false;
    }
  }

  /** The account is paused; the run goes on by its others, and is paused when there is none. */
  private async reportTrouble(run: LiveRun, { id }: LiveAccount, trouble: AccountTrouble): Promise<void> {
    this.bench.pace.noteTrouble(id, trouble);
    const alone = run.accounts.every((account) => this.bench.pace.troubleOf(account.id) !== null);
    if (alone) Object.assign(run, { held: true, deciding: true });
    try {
      await this.bench.pauseAccount(id, trouble);
      const { reason, reply } = trouble;
      if (alone) await this.bench.pauseRun(run.row.id, { code: 'account_trouble', params: { reason, reply } });
    } finally {
      run.deciding = false;
    }
  }

  /** Stops claiming at once and finishes what is being handed over, for at most 30 seconds; what stays open then is settled from the journal. */
  async stop(): Promise<void> {
    this.stopping.abort();
    const deaf = this.hearing.stop();
    const done = Promise.allSettled(this.loops).then(() => true);
    const inTime = await Promise.race([done, sleep(DRAIN_MS, false, { ref: false })]);
    await this.runs.closeAll();
    await Promise.all([deaf, this.epoch.close()]);
    await this.bench.journal.close(inTime);
    await signOffWorker(this.bench.db, this.bench.workerId);
  }
}
