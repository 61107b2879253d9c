import type { Outcome } from '../../channel.ts';
import { type AboutToHandOver, type Gateway, type Handed, NOT_HANDED, type SmsToHand, untouched } from '../gateway.ts';
import { classifyStatus } from '../model/classify-status.ts';
import { senderAddress } from '../model/sender-address.ts';
import { submissionsOf } from '../model/submissions.ts';
import type { SmppEndpoint } from './endpoint.ts';
import { NotBound, type SmppLink, statusWords } from './link.ts';

/** A receipt for every end, good or bad. */
const REGISTERED_DELIVERY = 1;
const INTERNATIONAL = 1;

const lost: Outcome = { state: 'unknown', reason: 'connection_lost', reply: '' };

const withVerdict = (handed: Handed, verdict: NotBound['verdict']): Handed =>
  'trouble' in verdict ? { ...handed, trouble: verdict.trouble } : { ...handed, outcome: verdict.outcome };

/** Hands messages over by bound connections, several on their way at once. */
export const createSmppGateway = (
  endpoint: SmppEndpoint,
  connections: { link(): Promise<SmppLink>; close(): Promise<void>; limit: number },
): Gateway => {
  const { source_addr, source_addr_ton, source_addr_npi } = senderAddress(endpoint.sender);

  /** The parts of one message one after another: a part is not begun before the last one was taken. */
  const submitAll = async (link: SmppLink, message: SmsToHand): Promise<Handed> => {
    const submissions = submissionsOf(message.counted, endpoint.longMessages, message.reference);
    const destination_addr = message.to.slice(1);
    const taken: Handed['taken'] = [];
    let said = '';
    for (const [i, submission] of submissions.entries()) {
      const answer = await link.submit({
        ...submission,
        source_addr,
        source_addr_ton,
        source_addr_npi,
        destination_addr,
        dest_addr_ton: INTERNATIONAL,
        dest_addr_npi: INTERNATIONAL,
        registered_delivery: REGISTERED_DELIVERY,
      });
      if (answer === null) return { ...NOT_HANDED, taken, accepted: i, outcome: lost };
      said = statusWords(answer);
      if (answer.status !== 0)
        return refused({ ...NOT_HANDED, taken, accepted: i }, answer.status, said, submissions.length);
      if (answer.id !== '') taken.push({ partNo: i + 1, gatewayId: answer.id });
    }
    return { outcome: { state: 'sent', reply: said }, trouble: null, taken, accepted: submissions.length };
  };

  return {
    atOnce: endpoint.window * connections.limit,
    async hand(message, aboutToHandOver: AboutToHandOver) {
      let link: SmppLink;
      try {
        link = await connections.link();
      } catch (error) {
        if (error instanceof NotBound) return withVerdict(NOT_HANDED, error.verdict);
        throw error;
      }
      await link.turns.take();
      try {
        if (!link.alive) return untouched('connection_lost');
        if (!aboutToHandOver()) return untouched('withdrawn');
        return await submitAll(link, message);
      } finally {
        link.turns.give();
      }
    },
    close: () => connections.close(),
  };
};

/** A refusal after some parts were taken is final, whatever its reason: the phone must not get those again. */
const refused = (handed: Handed, status: number, said: string, of: number): Handed => {
  if (handed.accepted === 0) return withVerdict(handed, classifyStatus(status, said));
  const reply = `${said} (${handed.accepted}/${of})`;
  return { ...handed, outcome: { state: 'failed', reason: 'partly_refused', reply, verdict: null } };
};
