import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CampaignId, PartyId } from '../../../contract/ids.ts';
import { Answer } from '../../../contract/occasion.ts';
import type { Clock } from '../../platform/clock.ts';
import { readForm } from '../../platform/http/form-body.ts';
import { bare } from '../../platform/http/route.ts';
import { gonePage, type LineVisit, sendPage, type VisitNeeds, visitByLine } from '../tracking/index.ts';
import { type AnswerSetting, answeredPage, askPage, testAnswerPage } from './answer-page.ts';
import { getCampaignRow } from './campaign.store.ts';
import { giveAnswer, type SenderOfLine } from './give-answer.ts';
import { calendarFile } from './model/calendar-file.ts';
import { findAnswer, findOccasion, type Invited } from './occasion.store.ts';

export interface AnswerNeeds extends VisitNeeds {
  clock: Clock;
  senderOfLine: SenderOfLine;
}

interface Visit extends Pick<LineVisit, 'key' | 'line'> {
  invited: Invited;
  setting: AnswerSetting;
}

/** Whom the address names, and to what he is invited. */
const visitOf = async (needs: AnswerNeeds, request: FastifyRequest, reply: FastifyReply): Promise<Visit | null> => {
  const visit = await visitByLine(needs, request, reply);
  if (visit === null) return null;
  const { key, line, setting, timeZone } = visit;
  const campaignId = line.campaignId as CampaignId;
  const { name: campaignName } = await getCampaignRow(needs.db, campaignId);
  const occasion = await findOccasion(needs.db, campaignId);
  const address = `/a/${(request.params as { token: string }).token}`;
  return {
    key,
    line,
    invited: { campaignId, partyKind: line.partyKind as Invited['partyKind'], partyId: line.partyId as PartyId },
    setting: { ...setting, timeZone, campaignName, occasion, address },
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
      .execute((tx) => giveAnswer(tx, needs, { ...invited, ...key, answer, by: 'page', at: needs.clock.now() }));
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
