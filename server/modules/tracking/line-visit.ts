import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Db } from '../../platform/database/open-database.ts';
import { languageOf } from '../../platform/http/problem.ts';
import { findInstallation } from '../access/index.ts';
import type { LineLookup, TrackedLine } from './line-lookup.ts';
import type { LineKey } from './line-seal.ts';
import type { LineTokens } from './line-token.ts';
import { sendPage } from './public-page.ts';
import { gonePage, type PageSetting } from './unsubscribe-page.ts';

export interface VisitNeeds {
  db: Db;
  lineTokens: LineTokens;
  lineLookup: LineLookup;
}

/** Somebody who came by an address in a message. */
export interface LineVisit {
  key: LineKey;
  line: TrackedLine;
  setting: PageSetting;
  /** The company's. */
  timeZone: string;
  reply: FastifyReply;
}

const hostOf = async (db: Db, request: FastifyRequest, line: TrackedLine | null) => {
  const installation = await findInstallation(db);
  const setting: PageSetting = {
    company: installation?.name ?? '',
    language: line?.language ?? languageOf(request),
  };
  return { setting, timeZone: installation?.timeZone ?? 'UTC' };
};

export const sendGone = async (db: Db, request: FastifyRequest, reply: FastifyReply, line: TrackedLine | null) =>
  sendPage(reply, 404, gonePage((await hostOf(db, request, line)).setting, null));

/** The line the address names. An altered or unknown token, whatever is wrong with it, was sent one and the same answer: null. */
export const visitByLine = async (
  { db, lineTokens, lineLookup }: VisitNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<LineVisit | null> => {
  const key = lineTokens.readToken((request.params as { token: string }).token);
  const line = key === null ? null : await lineLookup(key);
  if (key !== null && line !== null) return { key, line, ...(await hostOf(db, request, line)), reply };
  await sendGone(db, request, reply, line);
  return null;
};
