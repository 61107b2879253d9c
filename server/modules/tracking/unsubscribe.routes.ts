import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { readForm } from '../../platform/http/form-body.ts';
import { languageOf } from '../../platform/http/problem.ts';
import { bare } from '../../platform/http/route.ts';
import type { Ids } from '../../platform/ids.ts';
import { findInstallation } from '../access/index.ts';
import { hasLeft, isTracked, type LeaveChoice } from '../consent/index.ts';
import { comeBackByLink, leaveByLink, leavingLine, stopTrackingByLink } from './leave-by-link.ts';
import type { LineLookup, TrackedLine } from './line-lookup.ts';
import type { LineKey, LineTokens } from './line-token.ts';
import { sendPage } from './public-page.ts';
import * as pages from './unsubscribe-page.ts';

export interface UnsubscribeNeeds {
  db: Db;
  ids: Ids;
  clock: Clock;
  lineTokens: LineTokens;
  lineLookup: LineLookup;
}

interface Visit {
  key: LineKey;
  line: TrackedLine;
  setting: pages.PageSetting;
  reply: FastifyReply;
}

const settingOf = async (db: Db, request: FastifyRequest, line: TrackedLine | null): Promise<pages.PageSetting> => ({
  company: (await findInstallation(db))?.name ?? '',
  language: line?.language ?? languageOf(request),
});

/** The line the address names; an altered or unknown token, whatever is wrong with it, gets one and the same answer. */
const visitOf = async (
  needs: UnsubscribeNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Visit | null> => {
  const key = needs.lineTokens.readToken((request.params as { token: string }).token);
  const line = key === null ? null : await needs.lineLookup(key);
  const setting = await settingOf(needs.db, request, line);
  if (key !== null && line !== null) return { key, line, setting, reply };
  sendPage(reply, 404, pages.gonePage(setting, null));
  return null;
};

const showChoices = async ({ db }: UnsubscribeNeeds, { key, line, setting, reply }: Visit, status = 200) => {
  const party = { kind: line.partyKind, id: line.partyId };
  const standing = line.test
    ? { left: null, tracked: false }
    : { left: await hasLeft(db, leavingLine(key, line)), tracked: await isTracked(db, party) };
  return sendPage(reply, status, pages.choicePage(setting, line, standing, status !== 200));
};

const isOneClick = (form: Map<string, string>) =>
  [...form].some(
    ([name, value]) => name.toLowerCase() === 'list-unsubscribe' && value.trim().toLowerCase() === 'one-click',
  );

/** RFC 8058: one answer, no redirect, nothing to look at. Leaves the topic, or the campaign where it has none. */
const oneClick = async (needs: UnsubscribeNeeds, { key, line, reply }: Visit) => {
  const choice = line.topicId === null ? 'campaign' : 'topic';
  if (!line.test) await leaveByLink(needs, { key, line, choice, by: 'one_click' });
  return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store').send('Unsubscribed\n');
};

const choiceIn = (form: Map<string, string>, line: TrackedLine): LeaveChoice | null => {
  const choice = form.get('choice');
  if (choice === 'topic') return line.topicId === null ? null : choice;
  return choice === 'campaign' || choice === 'everything' ? choice : null;
};

const byForm = async (needs: UnsubscribeNeeds, visit: Visit, form: Map<string, string>) => {
  const { key, line, setting, reply } = visit;
  const act = form.get('act');
  if (act === 'keep') return sendPage(reply, 200, pages.keptPage(setting, line));
  if (act === 'undo') {
    if (line.test) return sendPage(reply, 200, pages.testPage(setting, line));
    await comeBackByLink(needs, key, line);
    const still = await hasLeft(needs.db, leavingLine(key, line));
    return sendPage(reply, 200, (still === null ? pages.backPage : pages.stillOutPage)(setting, line));
  }
  if (act === 'untrack') {
    if (line.test) return sendPage(reply, 200, pages.testPage(setting, line));
    await stopTrackingByLink(needs, key, line);
    return sendPage(reply, 200, pages.untrackedPage(setting, line));
  }
  const choice = act === 'leave' ? choiceIn(form, line) : null;
  if (choice === null) return showChoices(needs, visit, 400);
  if (line.test) return sendPage(reply, 200, pages.testPage(setting, line));
  await leaveByLink(needs, { key, line, choice, by: 'page' });
  return sendPage(reply, 200, pages.leftPage(setting, line, choice));
};

/** Scanners follow links: looking changes nothing, only a POST does. */
export const unsubscribePage = bare<UnsubscribeNeeds, unknown>({
  method: 'GET',
  path: '/u/:token',
  access: 'public',
  summary: 'What the recipient of a message can leave',
  handle: async (needs, _actor, { request, reply }) => {
    const visit = await visitOf(needs, request, reply);
    return visit === null ? reply : showChoices(needs, visit);
  },
});

export const unsubscribe = bare<UnsubscribeNeeds, unknown>({
  method: 'POST',
  path: '/u/:token',
  access: 'public',
  summary: 'Leave by the page’s form or by a mail client’s one click (RFC 8058), and come back',
  handle: async (needs, _actor, { request, reply }) => {
    const visit = await visitOf(needs, request, reply);
    if (visit === null) return reply;
    const form = await readForm(request);
    return isOneClick(form) ? oneClick(needs, visit) : byForm(needs, visit, form);
  },
});
