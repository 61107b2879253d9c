import type { Clock } from '../../platform/clock.ts';
import { readForm } from '../../platform/http/form-body.ts';
import { bare } from '../../platform/http/route.ts';
import type { Ids } from '../../platform/ids.ts';
import { hasLeft, isTracked, type LeaveChoice } from '../consent/index.ts';
import { comeBackByLink, leaveByLink, leavingLine, stopTrackingByLink } from './leave-by-link.ts';
import type { TrackedLine } from './line-lookup.ts';
import { type LineVisit, type VisitNeeds, visitByLine } from './line-visit.ts';
import { sendPage } from './public-page.ts';
import * as pages from './unsubscribe-page.ts';

export interface UnsubscribeNeeds extends VisitNeeds {
  ids: Ids;
  clock: Clock;
}

const showChoices = async ({ db }: UnsubscribeNeeds, { key, line, setting, reply }: LineVisit, status = 200) => {
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
const oneClick = async (needs: UnsubscribeNeeds, { key, line, reply }: LineVisit) => {
  const choice = line.topicId === null ? 'campaign' : 'topic';
  if (!line.test) await leaveByLink(needs, { key, line, choice, by: 'one_click' });
  return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store').send('Unsubscribed\n');
};

const choiceIn = (form: Map<string, string>, line: TrackedLine): LeaveChoice | null => {
  const choice = form.get('choice');
  if (choice === 'topic') return line.topicId === null ? null : choice;
  return choice === 'campaign' || choice === 'everything' ? choice : null;
};

const byForm = async (needs: UnsubscribeNeeds, visit: LineVisit, form: Map<string, string>) => {
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
    const visit = await visitByLine(needs, request, reply);
    return visit === null ? reply : showChoices(needs, visit);
  },
});

export const unsubscribe = bare<UnsubscribeNeeds, unknown>({
  method: 'POST',
  path: '/u/:token',
  access: 'public',
  summary: 'Leave by the page’s form or by a mail client’s one click (RFC 8058), and come back',
  handle: async (needs, _actor, { request, reply }) => {
    const visit = await visitByLine(needs, request, reply);
    if (visit === null) return reply;
    const form = await readForm(request);
    return isOneClick(form) ? oneClick(needs, visit) : byForm(needs, visit, form);
  },
});
