import type { TriedLink } from '../../../../contract/link-checks.ts';
import { askOutside, createOutsideAgent, type Guard, type OutsideAnswer } from '../../../platform/http/outside.ts';
import { isNobodys, isWorthGetting, judgeFailure, judgeStatus, nextOf } from './model/judge-answer.ts';

export type Tried = Pick<TriedLink, 'state' | 'status' | 'at'>;

const MOST_HOPS = 5;
const HEADERS = { 'user-agent': 'Fanfare link check', accept: '*/*' };

const asked = async (url: URL, method: 'HEAD' | 'GET', guard: Guard, until: number): Promise<OutsideAnswer> => {
  const patience = until - performance.now();
  if (patience <= 0) return { kind: 'not_reached', error: new Error('no answer in time') };
  const agent = createOutsideAgent(url, { guard, connections: 1 });
  try {
    const terms = { agent, guard, patience, headOnly: true, aboutToWrite: () => true };
    return await askOutside({ url, method, headers: HEADERS, body: '' }, terms);
  } finally {
    agent.destroy();
  }
};

/** By its head alone, and in full where the server does not answer that well. */
const visited = async (url: URL, guard: Guard, until: number): Promise<OutsideAnswer> => {
  const half = (performance.now() + until) / 2;
  const head = await asked(url, 'HEAD', guard, half);
  const isPlain = head.kind === 'answered' && !isWorthGetting(head.status);
  const isFinal = head.kind === 'not_reached' && judgeFailure(head.error) !== 'unreachable';
  return isPlain || isFinal ? head : asked(url, 'GET', guard, until);
};

/** Follows a link as far as it leads; every address on the way is guarded. `patience` in milliseconds, for the whole way. */
export const tryLink = async (
  address: string,
  { guard, patience }: { guard: Guard; patience: number },
): Promise<Tried> => {
  const until = performance.now() + patience;
  const gone = (status: number | null, at: string | null): Tried => ({ state: 'unreachable', status, at });
  if (!URL.canParse(address)) return gone(null, null);
  let url = new URL(address);
  let hasMoved = false;
  for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
    const at = hop === 0 ? null : url.href;
    // Nobody's password is carried to a server because it stands in an address.
    url.username = '';
    url.password = '';
    if (isNobodys(url)) return gone(null, at);
    const answer = await visited(url, guard, until);
    if (answer.kind === 'not_reached') return { state: judgeFailure(answer.error), status: null, at };
    if (answer.kind !== 'answered') return gone(null, at);
    const { status, headers } = answer;
    const next = nextOf(status, headers.location, url);
    if (next === undefined) return gone(status, at);
    if (next === null) {
      const state = judgeStatus(status);
      return { state: state === 'ok' && hasMoved ? 'moved' : state, status, at };
    }
    hasMoved ||= next.forGood;
    url = next.url;
  }
  return gone(null, url.href);
};
