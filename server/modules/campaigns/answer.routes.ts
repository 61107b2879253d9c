import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CampaignId, PartyId } from '../../../contract/ids.ts';
import { Answer } from '../../../contract/occasion.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { readForm } from '../../platform/http/form-body.ts';
import { languageOf } from '../../platform/http/problem.ts';
import { bare } from '../../platform/http/route.ts';
import { findInstallation } from '../access/index.ts';
import {
  gonePage,
  type LineKey,
  type LineLookup,
  type LineTokens,
  sendPage,
  type TrackedLine,
} from '../tracking/index.ts';
import { type AnswerSetting, answeredPage, askPage, testAnswerPage } from './answer-page.ts';
import { getCampaignRow } from './campaign.store.ts';
import { giveAnswer } from './give-answer.ts';
import { calendarFile } from './model/calendar-file.ts';
import { findAnswer, findOccasion, type Invited } from './occasion.store.ts';

export interface AnswerNeeds {
  db: Db;
  clock: Clock;
  lineTokens: LineTokens;
  lineLookup: LineLookup;
}

interface Visit {
  key: LineKey;
  line: TrackedLine;
  invited: Invited;
  setting: AnswerSetting;
}

/** Whom the address names; an altered or unknown token gets one and the same answer. */
const visitOf = async (needs: AnswerNeeds, request: FastifyRequest, reply: FastifyReply): Promise<Visit | null> => {
  const { token } = request.params as { token: string };
  const key = needs.lineTokens.readToken(token);
  const line = key === null ? null : await needs.lineLookup(key);
  const installation = await findInstallation(needs.db);
  const language = line?.language ?? languageOf(request);
  const company = installation?.name ?? '';
  if (key === null || line === null) {
    sendPage(reply, 404, gonePage({ company, language }, null));
    return null;
  }
  const campaignId = line.campaignId as CampaignId;
  const { name: campaignName } = await getCampaignRow(needs.db, campaignId);
  const occasion = await findOccasion(needs.db, campaignId);
  const timeZone = installation?.timeZone ?? 'UTC';
  return {
    key,
    line,
    invited: { campaignId, partyKind: line.partyKind as Invited['partyKind'], partyId: line.partyId as PartyId },
    setting: { language, company, timeZone, campaignName, occasion, address: `/a/${token}` },
  };
};

const ask = async (needs: AnswerNeeds, { request, reply }: { request: FastifyRequest; reply: FastifyReply }) => {
  const visit = await visitOf(needs, request, reply);
  if (visit === null) return reply;
  const chosen = Answer.safeParse((request.params as { answer?: string }).answer);
  const before = await findAnswer(needs.db, visit.invited);
  return sendPage(
    reply,
    200,
    askPage(visit.setting, { before, chosen: chosen.success ? chosen.data : null, missing: false }),
  );
};

/** Scanners follow links: looking answers nothing, only a POST does. */
export const answerForm = bare<AnswerNeeds, unknown>({
  method: 'GET',
  path: '/a/:token',
  access: 'public',
  summary: 'What somebody is invited to, and the answers to choose from',
  handle: (needs, _actor, edge) => ask(needs, edge),
});

export const answerFormChosen = bare<AnswerNeeds, unknown>({
  method: 'GET',
  path: '/a/:token/:answer',
  access: 'public',
  summary: 'The same with one answer chosen beforehand, by a button of the message',
  handle: (needs, _actor, edge) => ask(needs, edge),
});

export const answerInvitation = bare<AnswerNeeds, unknown>({
  method: 'POST',
  path: '/a/:token',
  access: 'public',
  summary: 'Answer an invitation',
  handle: async (needs, _actor, { request, reply }) => {
    const visit = await visitOf(needs, request, reply);
    if (visit === null) return reply;
    const { key, line, invited, setting } = visit;
    const given = Answer.safeParse((await readForm(request)).get('answer'));
    if (!given.success) {
      const before = await findAnswer(needs.db, invited);
      return sendPage(reply, 400, askPage(setting, { before, chosen: null, missing: true }));
    }
    if (line.test) return sendPage(reply, 200, testAnswerPage(setting));
    const answer = given.data;
    const verdict = await needs.db
      .transaction()
      .execute((tx) => giveAnswer(tx, { ...invited, ...key, answer, by: 'page', at: needs.clock.now() }));
    return sendPage(reply, 200, answeredPage(setting, answer, verdict));
  },
});

export const calendarOfInvitation = bare<AnswerNeeds, unknown>({
  method: 'GET',
  path: '/a/:token/calendar.ics',
  access: 'public',
  summary: 'What somebody is invited to, as a calendar file (RFC 5545)',
  handle: async (needs, _actor, { request, reply }) => {
    const visit = await visitOf(needs, request, reply);
    if (visit === null) return reply;
    const { occasion, company, language } = visit.setting;
    if (occasion === null) return sendPage(reply, 404, gonePage({ company, language }, null));
    const { title, place, startsAt, endsAt, updatedAt } = occasion;
    const uid = `${visit.invited.campaignId}@fanfare`;
    return reply
      .type('text/calendar; charset=utf-8; method=PUBLISH')
      .header('content-disposition', 'attachment; filename="invitation.ics"')
      .header('cache-control', 'no-store')
      .send(calendarFile({ uid, title, place, startsAt, endsAt, changedAt: updatedAt }));
  },
});
