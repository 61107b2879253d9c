import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Config } from '../../../config/config.ts';
import type { Clock } from '../../../platform/clock.ts';
import { readForm } from '../../../platform/http/form-body.ts';
import { bare } from '../../../platform/http/route.ts';
import { loadInstallation } from '../../access/index.ts';
import { todayOf } from '../../catalogue/index.ts';
import { findSignedOffer, offerFor, offerPath, type ShownOffer, storeAnswer } from '../../sales/index.ts';
import { sendGone, sendPage, type VisitNeeds, visitByLine } from '../../tracking/index.ts';
import { offerPageOf } from './offer-page.ts';
import { announceAnswer } from './tell-owner.ts';

interface OfferNeeds extends VisitNeeds {
  clock: Clock;
  config: Pick<Config, 'baseUrl' | 'secret'>;
}

interface Named {
  id: string;
  signature: string;
}

const show = async (
  needs: OfferNeeds,
  { request, reply, offer }: { request: FastifyRequest; reply: FastifyReply; offer: ShownOffer | null },
  { status = 200, nameMissing = false } = {},
) => {
  if (offer === null) return sendGone(needs.db, request, reply, null);
  const { name: company } = await loadInstallation(needs.db);
  return sendPage(reply, status, offerPageOf(offer, { company, address: offerPath(needs, offer.id), nameMissing }));
};

/** The address in an e-mail names its line; the offer made to that person has one of its own. */
export const offerOfLine = bare<OfferNeeds, unknown>({
  method: 'GET',
  path: '/offer/:token',
  access: 'public',
  summary: 'From a message to the offer that was made to its recipient',
  handle: async (needs, _actor, { request, reply }) => {
    const visit = await visitByLine(needs, request, reply);
    if (visit === null) return reply;
    const id = await offerFor(needs.db, visit.line);
    return id === null ? sendGone(needs.db, request, reply, visit.line) : reply.redirect(offerPath(needs, id), 303);
  },
});

/** Scanners follow links: looking accepts nothing, only a POST does. */
export const offerPage = bare<OfferNeeds, unknown>({
  method: 'GET',
  path: '/offer/:id/:signature',
  access: 'public',
  summary: 'An offer as its recipient reads it',
  handle: async (needs, _actor, { request, reply }) =>
    show(needs, { request, reply, offer: await findSignedOffer(needs, request.params as Named) }),
});

const Form = z.object({
  answer: z.enum(['accepted', 'declined']),
  name: z.string().trim().min(1).max(200),
  note: z.string().trim().max(1000),
});

export const answerOfferPage = bare<OfferNeeds, unknown>({
  method: 'POST',
  path: '/offer/:id/:signature',
  access: 'public',
  summary: 'Accept or decline an offer',
  handle: async (needs, _actor, { request, reply }) => {
    const offer = await findSignedOffer(needs, request.params as Named);
    if (offer === null || offer.number === null) return show(needs, { request, reply, offer });
    const form = await readForm(request);
    const said = Form.safeParse({ answer: form.get('answer'), name: form.get('name'), note: form.get('note') ?? '' });
    if (!said.success) return show(needs, { request, reply, offer }, { status: 400, nameMissing: true });
    await keep(needs, offer, said.data);
    const now = await findSignedOffer(needs, request.params as Named);
    return show(needs, { request, reply, offer: now });
  },
});

/** The first answer holds, and its owner is told in the same transaction's task (E15). */
const keep = async (
  needs: OfferNeeds,
  { id }: ShownOffer,
  { answer, name, note }: z.output<typeof Form>,
): Promise<void> => {
  const today = await todayOf(needs.db, needs.clock);
  await needs.db.transaction().execute(async (tx) => {
    const kept = { state: answer, note: note || null, by: name, at: needs.clock.now(), today };
    if (await storeAnswer(tx, id, kept)) await announceAnswer(tx, id);
  });
};
