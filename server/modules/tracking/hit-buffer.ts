import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { Ids } from '../../platform/ids.ts';
import type { Logger } from '../../platform/logger.ts';
import type { SentLine, SentLines } from './line-lookup.ts';
import type { LineKey } from './line-seal.ts';
import { type Actor, actorOf, BURST_MS } from './model/actor.ts';
import { type FactEvent, recordEvents } from './record-events.ts';

/** A request for a pixel or a link that bore a valid token. */
export interface Hit extends LineKey {
  kind: 'opened' | 'clicked';
  linkNo: number | null;
  method: string;
  userAgent: string;
  prefetch: boolean;
}

export interface HitBuffer {
  /** Never waits. False when the buffer is full and the hit is lost; the loss is counted and logged. */
  add(hit: Hit): boolean;
  /** Writes what has come, held clicks too. */
  flush(): Promise<void>;
  /** Writes everything and stops. */
  close(): Promise<void>;
}

interface Needs {
  db: Db;
  ids: Ids;
  clock: Clock;
  logger: Logger;
  sentLines: SentLines;
}

type Waiting = Hit & { eventId: string; at: Date };

const INTERVAL_MS = 100;
const RETRY_MS = 2000;
const GROUP = 500;
const MOST = 50_000;
const AGENT_CHARACTERS = 300;

const nameOf = ({ runId, no }: LineKey) => `${runId}.${no}`;

const clicksByLine = (hits: readonly Waiting[]): Map<string, Waiting[]> => {
  const lines = new Map<string, Waiting[]>();
  for (const hit of hits) {
    if (hit.kind === 'clicked') lines.set(nameOf(hit), [...(lines.get(nameOf(hit)) ?? []), hit]);
  }
  return lines;
};

const burst = (hit: Waiting, clicks: readonly Waiting[]) =>
  clicks.some((other) => other.linkNo !== hit.linkNo && Math.abs(other.at.getTime() - hit.at.getTime()) <= BURST_MS);

const factOf = (hit: Waiting, actor: Actor): FactEvent => ({
  runId: hit.runId,
  no: hit.no,
  eventId: hit.eventId,
  kind: hit.kind,
  actor,
  linkNo: hit.linkNo,
  at: hit.at,
  evidence: { method: hit.method, userAgent: hit.userAgent },
});

/** Who follows a link has opened the message, pixel or not. */
const impliedOpen = (click: FactEvent): FactEvent => ({
  ...click,
  eventId: 'opened.by_click',
  kind: 'opened',
  linkNo: null,
  evidence: { impliedBy: click.eventId },
});

/** The facts in hits; those of test runs, of lines that are gone and of people who may not be tracked are none. */
const factsIn = (hits: readonly Waiting[], lines: readonly SentLine[]): FactEvent[] => {
  const byName = new Map(lines.map((line) => [nameOf(line), line]));
  const clicks = clicksByLine(hits);
  return hits.flatMap((hit) => {
    const line = byName.get(nameOf(hit));
    if (line === undefined || line.test || !line.tracked) return [];
    const sinceSent = line.sentAt === null ? null : hit.at.getTime() - line.sentAt.getTime();
    const actor = actorOf({ ...hit, sinceSent, otherLinkNearby: burst(hit, clicks.get(nameOf(hit)) ?? []) });
    const fact = factOf(hit, actor);
    return fact.kind === 'clicked' && actor === 'human' ? [fact, impliedOpen(fact)] : [fact];
  });
};

/**
 * Gathers opens and clicks and writes them in groups, so that a storm of them costs the database little. Clicks wait two seconds, until
 * it shows whether a scanner follows every link. What cannot be written (the database is away) is kept and tried again.
 */
export const createHitBuffer = ({ db, ids, clock, logger, sentLines }: Needs): HitBuffer => {
  let waiting: Waiting[] = [];
  let lost = 0;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let closed = false;

  const due = (all: boolean): Waiting[] => {
    const settled = clock.now().getTime() - BURST_MS;
    const ripe = (hit: Waiting) => all || hit.kind === 'opened' || hit.at.getTime() <= settled;
    const ripeLines = new Set(waiting.filter((hit) => hit.kind === 'clicked' && ripe(hit)).map(nameOf));
    const [now, later]: [Waiting[], Waiting[]] = [[], []];
    for (const hit of waiting) (ripe(hit) || ripeLines.has(nameOf(hit)) ? now : later).push(hit);
    waiting = later;
    return now;
  };

  const writeGroup = async (hits: Waiting[]) => {
    const lines = await sentLines([
      ...new Map(hits.map((hit) => [nameOf(hit), { runId: hit.runId, no: hit.no }])).values(),
    ]);
    await recordEvents(db, factsIn(hits, lines));
  };

  const writeDue = async (all: boolean) => {
    const hits = due(all);
    for (let from = 0; from < hits.length; from += GROUP) {
      try {
        await writeGroup(hits.slice(from, from + GROUP));
      } catch (error) {
        waiting = [...hits.slice(from), ...waiting];
        throw error;
      }
    }
  };

  const write = (all: boolean): Promise<void> => {
    writing = writing.then(
      () => writeDue(all),
      () => writeDue(all),
    );
    return writing;
  };

  const tellLost = () => {
    if (lost === 0) return;
    logger.error({ lost }, 'opens and clicks were lost: they came faster than they could be written');
    lost = 0;
  };

  const arm = (ms: number) => {
    if (closed || timer !== undefined) return;
    timer = setTimeout(tick, ms);
    timer.unref();
  };

  const tick = async () => {
    timer = undefined;
    tellLost();
    try {
      await write(false);
      if (waiting.length > 0) arm(INTERVAL_MS);
    } catch (error) {
      logger.warn(
        { err: error, waiting: waiting.length },
        'opens and clicks cannot be written now; kept to be tried again',
      );
      arm(RETRY_MS);
    }
  };

  return {
    add(hit) {
      if (waiting.length >= MOST || closed) {
        lost++;
        arm(INTERVAL_MS);
        return false;
      }
      waiting.push({
        ...hit,
        userAgent: hit.userAgent.slice(0, AGENT_CHARACTERS),
        eventId: ids.next(),
        at: clock.now(),
      });
      arm(INTERVAL_MS);
      return true;
    },
    flush: () => write(true),
    async close() {
      closed = true;
      clearTimeout(timer);
      try {
        await write(true);
      } finally {
        lost += waiting.length;
        tellLost();
      }
    },
  };
};
