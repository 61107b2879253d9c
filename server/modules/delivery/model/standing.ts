export interface Standing {
  lineage: string;
  epoch: bigint;
  /** Some worker has found the database behind; nobody has vouched for it since. */
  held: boolean;
  /** This worker has sent for the database, or was vouched for. */
  trusted: boolean;
  /** Another live worker is trusted: it would know if the database were behind. */
  vouched: boolean;
}

/**
 * Whether a worker may send for this database, by what its data folder remembers. `behind`: the folder has seen a later state, so this is
 * a restored backup. `stranger`: the folder knows nothing of a database that has sent before.
 */
export const judgeStanding = (
  { lineage, epoch, held, trusted, vouched }: Standing,
  seen: { lineage: string; epoch: bigint } | null,
): 'may_send' | 'held' | 'behind' | 'stranger' => {
  if (held) return 'held';
  const known = seen?.lineage === lineage ? seen : null;
  if (known !== null && known.epoch > epoch) return 'behind';
  if (known === null && epoch > 0n && !trusted && !vouched) return 'stranger';
  return 'may_send';
};
