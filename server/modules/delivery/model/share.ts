import type { AccountSharing } from '../../../../contract/account-sharing.ts';
import { CHUNK_LINES } from './chunk-lines.ts';

export type SharingRule = Pick<AccountSharing, 'rule' | 'whenPaused'>;

export interface Sharer<Id extends string = string> {
  id: Id;
  weight: number;
  /** Not paused, and not put away. */
  usable: boolean;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Where lines are laid out by place many chunks hold a few lines only: each begins elsewhere among the shares. */
const beginningOf = (chunkNo: number, total: number): number => Math.floor(((chunkNo * GOLDEN) % 1) * total);

/** Whose share a line belongs to: by its number, so that every worker says the same and the shares are as exact as can be. */
const shareOf = <S extends Sharer>(no: number, sharers: readonly S[]): S | undefined => {
  const total = sharers.reduce((sum, { weight }) => sum + weight, 0);
  const within = (no - 1) % CHUNK_LINES;
  let place = total === 0 ? 0 : (within + beginningOf((no - 1 - within) / CHUNK_LINES, total)) % total;
  for (const sharer of sharers) {
    if (place < sharer.weight) return sharer;
    place -= sharer.weight;
  }
  return undefined;
};

/**
 * The accounts that a line may leave by, the first choice first; none: it waits. A line that was tried keeps its account, unless that is
 * gone. `tried`: the account of its last attempt.
 */
export const accountsFor = <Id extends string>(
  { no, tried }: { no: number; tried: string | null },
  sharers: readonly Sharer<Id>[],
  { rule, whenPaused }: SharingRule,
): Id[] => {
  const usable = sharers.filter((sharer) => sharer.usable);
  const own = sharers.find(({ id }) => id === tried) ?? (rule === 'shares' ? shareOf(no, sharers) : undefined);
  if (own?.usable) return [own.id];
  if (own !== undefined && whenPaused === 'wait') return [];
  if (rule === 'in_turn') return usable.map(({ id }) => id);
  const other = shareOf(no, usable);
  return other ? [other.id] : [];
};
