import type { HttpGateway } from '../../../../../contract/sms-accounts.ts';
import {
  ANYWHERE,
  askOutside,
  createOutsideAgent,
  isCertificateRefused,
  isInside,
  type OutsideAnswer,
} from '../../../../platform/http/outside.ts';
import type { AccountTrouble } from '../../channel.ts';
import { type Gateway, type Handed, type Handing, judged, type SmsToHand, untouched } from '../gateway.ts';
import type { Verdict } from '../model/classify-status.ts';
import { type Filling, fillRequest } from './model/fill.ts';
import { readAnswer, unclear } from './model/read-answer.ts';

export interface HttpTerms {
  gateway: HttpGateway;
  sender: string;
  username: string;
  password: string;
  /** Where the gateway shall tell what became of a message. */
  reportUrl: string;
  connections: number;
  /** Gateways on this machine and its network are allowed. */
  inside: boolean;
  /** Milliseconds to wait for an answer. */
  patience: number;
}

const fillingOf = ({ sender, username, password, reportUrl }: HttpTerms, message: SmsToHand): Filling => ({
  to: message.to,
  to_digits: message.to.slice(1),
  from: sender,
  text: message.text,
  reference: message.messageId.replace(/[<>]/g, ''),
  username,
  password,
  encoding: message.counted.encoding === 'gsm7' ? 'gsm' : 'unicode',
  report_url: reportUrl,
});

const NAME_ERRORS = ['ENOTFOUND', 'EAI_AGAIN'];

const notReached = (error: NodeJS.ErrnoException): Verdict => {
  const { code = '', message } = error;
  if (code === 'EINSIDE') return { trouble: { reason: 'inside_address', reply: message } };
  if (isCertificateRefused(error)) return { trouble: { reason: 'certificate_refused', reply: message } };
  const reason = NAME_ERRORS.includes(code) ? 'server_not_found' : 'server_unreachable';
  return { outcome: { state: 'deferred', reason, reply: message, asksToWait: 'server' } };
};

const judge = (terms: HttpTerms, message: SmsToHand, answer: OutsideAnswer): Handed => {
  if (answer.kind === 'not_begun') return untouched('withdrawn');
  if (answer.kind === 'not_reached') return judged(notReached(answer.error));
  if (answer.kind === 'lost') return judged(unclear(terms.gateway, 'connection_lost', answer.error.message));
  const { verdict, gatewayId } = readAnswer(terms.gateway, answer.status, answer.body);
  const isSent = 'outcome' in verdict && verdict.outcome.state === 'sent';
  const accepted = isSent ? message.counted.parts.length : 0;
  return { ...judged(verdict), accepted, taken: gatewayId === null || !isSent ? [] : [{ partNo: 1, gatewayId }] };
};

/** As many at once as there are connections; the first trouble of the account stops all. */
const handEach = async (
  messages: readonly SmsToHand[],
  handing: Handing,
  atOnce: number,
  hand: (message: SmsToHand, aboutToWrite: () => boolean) => Promise<Handed>,
): Promise<AccountTrouble | null> => {
  const row = messages.values();
  let trouble: AccountTrouble | null = null;
  const work = async () => {
    for (const message of row) {
      if (trouble !== null) return;
      const handed = handing.wanted(message)
        ? await hand(message, () => handing.aboutToHandOver([message]).has(message.no))
        : untouched('not_wanted');
      handing.settle(message, handed);
      trouble ??= handed.trouble;
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, messages.length) }, work));
  return trouble;
};

/** Hands messages over by requests that a template describes. */
export const createHttpGateway = (terms: HttpTerms): Gateway => {
  const { connections, patience } = terms;
  const guard = terms.inside ? ANYWHERE : isInside;
  const agent = createOutsideAgent(new URL(terms.gateway.url.replace(/[{}]/g, '')), { guard, connections });
  const hand = async (message: SmsToHand, aboutToWrite: () => boolean): Promise<Handed> => {
    const request = fillRequest(terms.gateway, fillingOf(terms, message));
    return judge(terms, message, await askOutside(request, { agent, guard, patience, aboutToWrite }));
  };
  return {
    handOver: (messages, handing) => handEach(messages, handing, connections, hand),
    close: async () => agent.destroy(),
  };
};
