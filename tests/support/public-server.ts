import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { RunId } from '../../contract/ids.ts';
import {
  createHitBuffer,
  createLineTokens,
  followLink,
  type LineKey,
  openPixel,
  type TrackedLine,
  unsubscribe,
  unsubscribePage,
  viewMessage,
} from '../../server/modules/tracking/index.ts';
import type { Db } from '../../server/platform/database/open-database.ts';
import { createHttpServer } from '../../server/platform/http/server.ts';
import { silentLogger } from '../../server/platform/logger.ts';
import { type FixedClock, fixedClock } from './clock.ts';
import { countingIds } from './ids.ts';

export const CAMPAIGN = '00000000-0000-4000-8000-000000000011';
export const TOPIC = '00000000-0000-4000-8000-000000000001';
export const CONTENT = '00000000-0000-4000-8000-000000000031';
export const ANNA = '00000000-0000-4000-8000-000000000100';

export const LINE: TrackedLine = {
  campaignId: CAMPAIGN,
  actionId: CAMPAIGN,
  topicId: TOPIC,
  topicName: 'Newsletter',
  channel: 'email',
  partyKind: 'contact',
  partyId: ANNA,
  address: 'Anna.Berg@Example.com',
  addressKey: 'anna.berg@example.com',
  language: 'en',
  test: false,
  contentVersionId: CONTENT,
  utm: null,
};

export interface PublicServer {
  server: FastifyInstance;
  clock: FixedClock;
  runId: RunId;
  tokenOf(no: number): string;
  flush(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The public pages over a real database with one run. `lines` says what each line is, as delivery will; the message was sent an hour
 * ago.
 */
export const publicServer = async (db: Db, lines: Map<number, TrackedLine>): Promise<PublicServer> => {
  const clock = fixedClock('2026-11-20T12:00:00Z');
  const { rows } = await sql<{ id: RunId }>`select new_run_id(false, ${clock.now()}) as id`.execute(db);
  const runId = rows[0]!.id;
  const lineTokens = createLineTokens(Buffer.alloc(32, 1));
  const lineAt = (key: LineKey) => (key.runId === runId ? (lines.get(key.no) ?? null) : null);
  const sentAt = new Date(clock.now().getTime() - 3_600_000);
  const ids = countingIds();
  const hits = createHitBuffer({
    db,
    ids,
    clock,
    logger: silentLogger,
    sentLines: async (keys) =>
      keys.flatMap((key) => {
        const line = lineAt(key);
        return line === null ? [] : [{ ...key, test: line.test, sentAt, tracked: true }];
      }),
  });
  const viewLine = async (key: LineKey) => (lineAt(key) === null ? null : '<p>Dear Anna</p>');
  const server = await createHttpServer({
    needs: { db, ids, clock, lineTokens, lineLookup: async (key: LineKey) => lineAt(key), hits, viewLine },
    actorOf: async () => null,
    logger: silentLogger,
    routes: [openPixel, followLink, viewMessage, unsubscribePage, unsubscribe],
    version: 'test',
  });
  return {
    server,
    clock,
    runId,
    tokenOf: (no) => lineTokens.tokenOf(runId, no),
    flush: () => hits.flush(),
    async close() {
      await server.close();
      await hits.close();
    },
  };
};
