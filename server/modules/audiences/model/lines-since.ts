import type { OutputOf } from '../../../../contract/endpoint.ts';
import type { whyParty } from '../../../../contract/runs.ts';
import type { LineSince } from '../../../../contract/why.ts';

type LineNow = OutputOf<typeof whyParty>['lines'][number];
type Key = Pick<LineSince, 'partyKind' | 'partyId' | 'role' | 'assetId'>;
export type LineThen = Key & NonNullable<LineSince['before']>;

const keyOf = ({ partyKind, partyId, role, assetId }: Key): string => [partyKind, partyId, role, assetId].join();

/** Asked in their order until one refuses, so that what was not told follows: those before it passed, those after it were not reached. */
const passedThen = (then: LineThen | undefined, order: readonly string[], reason: string): boolean | null => {
  if (then === undefined) return null;
  if (then.reason === null) return true;
  const [refused, place] = [order.indexOf(then.reason), order.indexOf(reason)];
  if (place === refused) return false;
  return place < refused ? true : null;
};

const lineSince = (then: LineThen | undefined, now: LineNow | undefined, order: readonly string[]): LineSince => {
  const { partyKind, partyId, role, assetId } = (then ?? now)!;
  const asked = then?.reason && !order.includes(then.reason) ? [then.reason, ...order] : order;
  const gates = asked.map((reason) => {
    const gate = now?.gates.find((one) => one.reason === reason);
    const refused = then?.reason === reason;
    return {
      reason,
      before: passedThen(then, asked, reason),
      beforeSeen: refused ? then.seen : null,
      now: gate?.passed ?? null,
      nowSeen: gate?.seen ?? null,
    };
  });
  const refusal = now?.gates.find(({ passed }) => !passed);
  return {
    partyKind,
    partyId,
    role,
    assetId,
    before: then === undefined ? null : verdictThen(then),
    now: now
      ? { address: now.address, verdict: now.verdict, reason: refusal?.reason ?? null, seen: refusal?.seen ?? null }
      : null,
    gates,
  };
};

const verdictThen = ({ no, origin, address, verdict, reason, seen, consent }: LineThen): LineSince['before'] => ({
  no,
  origin,
  address,
  verdict,
  reason,
  seen,
  consent,
});

/** Each line that was, with what it would be now, and those that would come anew; `order` is that of the gates. */
export const linesSince = (
  then: readonly LineThen[],
  now: readonly LineNow[],
  order: readonly string[],
): LineSince[] => {
  const before = new Map(then.map((line) => [keyOf(line), line]));
  const after = new Map(now.map((line) => [keyOf(line), line]));
  return [...new Set([...before.keys(), ...after.keys()])].map((key) =>
    lineSince(before.get(key), after.get(key), order),
  );
};
