import type { RawBuilder } from 'kysely';
import type { Audience } from '../../../contract/audience.ts';
import type { Gate, GateContext } from '../consent/index.ts';
import type { LoadedRules } from './compiling.ts';
import type { Neighbours } from './neighbours.ts';

export type Addressing = 'contact' | 'company' | 'both';

export interface VerdictInput {
  audience: Audience;
  addressing: Addressing;
  /** `hand`: only those added by hand. */
  scope: 'all' | 'hand';
  context: GateContext;
  /** Those of other modules, in any order: they are asked in the order of EXCLUSION_REASONS. */
  gates: readonly Gate[];
  /** What `loadAudience` answered for this audience. */
  rules: LoadedRules;
  now: Date;
  timeZone: string;
  /** `party_kind, party_id, asset_id, listed` of the group named by `audience.copyOf`: a row for each asset that a line lists. */
  copySource?: RawBuilder<unknown> | null;
  /** False where nobody was picked by hand for the action: its lines are found by a shorter way then. Left out where that is not known. */
  picked?: boolean;
  /** Look only at these among those whom rules select: all that can bear on one party's lines (`neighboursOf`). */
  near?: Neighbours | null;
}
