import type { FastifyReply, FastifyRequest } from 'fastify';
import { DirectLink } from '../../../../contract/direct-link.ts';
import type { ActionId, CampaignId, PartyId } from '../../../../contract/ids.ts';
import type { Config } from '../../../config/config.ts';
import { bare } from '../../../platform/http/route.ts';
import { loadInstallation } from '../../access/index.ts';
import { findShownGroup, findShownProduct, listShownGroups, todayOf } from '../../catalogue/index.ts';
import { type MessageValues, showArticle } from '../../content/index.ts';
import { findOwnData } from '../../crm/index.ts';
import { findOwnDocuments } from '../../sales/index.ts';
import {
  gonePage,
  type HitBuffer,
  type LineVisit,
  type PublicPage,
  sendPage,
  visitByLine,
  visitorOf,
} from '../../tracking/index.ts';
import type { AnswerNeeds } from '../answer.routes.ts';
import { getCampaignRow } from '../campaign.store.ts';
import {
  articlePage,
  type DirectLinkSetting,
  frontPage,
  groupPage,
  myPage,
  nothingThere,
  productPage,
} from './direct-link-page.ts';
import { directLinkOf } from './direct-link-target.ts';

export interface DirectLinkNeeds extends AnswerNeeds {
  hits: HitBuffer;
  config: Pick<Config, 'secret'>;
}

type PartyKind = 'contact' | 'company' | 'lead';

/** What an article may name of the message that led to it. */
const messageOf = (setting: DirectLinkSetting, token: string, campaignName: string): MessageValues => ({
  unsubscribeUrl: setting.preferences,
  viewUrl: `/v/${token}`,
  answerUrl: `/a/${token}`,
  offerUrl: `/offer/${token}`,
  invoiceUrl: `/invoice/${token}`,
  directLinkUrl: setting.address,
  senderName: setting.company,
  campaignName,
  token,
});

const articleOf = async (
  { db }: DirectLinkNeeds,
  { line, reply }: LineVisit,
  setting: DirectLinkSetting,
  id: string,
): Promise<PublicPage | null> => {
  const { token } = reply.request.params as { token: string };
  const { name } = await getCampaignRow(db, line.campaignId as CampaignId);
  const article = await showArticle(db, id, {
    line: { no: 1, partyKind: line.partyKind, partyId: line.partyId, companyId: null },
    language: setting.language,
    message: messageOf(setting, token, name),
  });
  return article && articlePage(setting, article);
};

const pageOf = async (
  needs: DirectLinkNeeds,
  visit: LineVisit,
  setting: DirectLinkSetting,
  link: DirectLink,
): Promise<PublicPage | null> => {
  const { db, clock } = needs;
  const { line } = visit;
  const on = { currency: setting.currency, day: await todayOf(db, clock) };
  switch (link.target) {
    case 'my_page': {
      const party = { kind: line.partyKind as PartyKind, id: line.partyId as PartyId };
      const data = await findOwnData(db, party);
      return data && myPage(setting, data, await findOwnDocuments(needs, party, on.day));
    }
    case 'product': {
      const product = await findShownProduct(db, link.productId, on);
      return product && productPage(setting, product);
    }
    case 'product_group': {
      const group = await findShownGroup(db, link.groupId, on);
      return group && groupPage(setting, group);
    }
    case 'article':
      return articleOf(needs, visit, setting, link.articleId);
    case 'front_page':
      return frontPage(setting, await listShownGroups(db));
  }
};

const show = async (needs: DirectLinkNeeds, visit: LineVisit, link: DirectLink | null) => {
  const { reply } = visit;
  if (link === null) return sendPage(reply, 404, gonePage(visit.setting, null));
  const { currency } = await loadInstallation(needs.db);
  const { token } = reply.request.params as { token: string };
  const setting = { ...visit.setting, currency, address: `/d/${token}`, preferences: `/u/${token}` };
  const page = await pageOf(needs, visit, setting, link);
  return sendPage(reply, page === null ? 404 : 200, page ?? nothingThere(setting));
};

/** The same answer for every altered link: it reveals nothing. A visit counts as a click where clicks may be noticed. */
export const directLink = bare<DirectLinkNeeds, unknown>({
  method: 'GET',
  path: '/d/:token',
  access: 'public',
  summary: 'The page behind the personal link of a message',
  handle: async (needs, _actor, { request, reply }) => {
    const visit = await visitByLine(needs, request, reply);
    if (visit === null) return reply;
    const link = await directLinkOf(needs.db, visit.line.actionId as ActionId);
    if (link !== null && !visit.line.test)
      needs.hits.add({ ...visit.key, kind: 'clicked', linkNo: null, ...visitorOf(request) });
    return show(needs, visit, link);
  },
});

/** Never an article: a link leads to the one that its action names. */
const named = (request: FastifyRequest): DirectLink | null => {
  const { target, id } = request.params as { target: string; id?: string };
  const asked = DirectLink.safeParse({ target, productId: id, groupId: id });
  return asked.success ? asked.data : null;
};

/** From one page behind the link to the next. */
const further = async (needs: DirectLinkNeeds, request: FastifyRequest, reply: FastifyReply) => {
  const visit = await visitByLine(needs, request, reply);
  return visit === null ? reply : show(needs, visit, named(request));
};

export const directLinkTarget = bare<DirectLinkNeeds, unknown>({
  method: 'GET',
  path: '/d/:token/:target',
  access: 'public',
  summary: 'A page that the one behind a personal link leads to',
  handle: (needs, _actor, { request, reply }) => further(needs, request, reply),
});

export const directLinkRecord = bare<DirectLinkNeeds, unknown>({
  method: 'GET',
  path: '/d/:token/:target/:id',
  access: 'public',
  summary: 'A product or product group that the page behind a personal link leads to',
  handle: (needs, _actor, { request, reply }) => further(needs, request, reply),
});
