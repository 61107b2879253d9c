/** The part of a line that these predicates look at. */
interface Candidate {
  expired: boolean;
  address: string | null;
}

type Refusal = (line: Candidate) => string | null;

const REFUSALS: readonly Refusal[] = [
  (line) => (line.expired ? 'expired' : null),
  (line) => (line.address === null ? 'erased' : null),
];

export interface Gated<L> {
  going: L[];
  dropped: { line: L; reason: string }[];
}

/** What can be decided without asking anybody; consent, suppression and erasure are re-read under the gate lock as intents commit. */
export const gate = <L extends Candidate>(lines: readonly L[]): Gated<L> => {
  const gated: Gated<L> = { going: [], dropped: [] };
  for (const line of lines) {
    const reason = REFUSALS.map((refuse) => refuse(line)).find((one) => one !== null);
    if (reason === undefined) gated.going.push(line);
    else gated.dropped.push({ line, reason });
  }
  return gated;
};
