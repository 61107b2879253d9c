import { sql } from 'kysely';
import { reachesOut } from '../../../contract/campaigns.ts';
import { EXCLUSION_REASONS, type ExclusionReason, type Gate, type GateContext } from '../consent/index.ts';
import { addressOf } from './addresses.ts';
import { namesAssets } from './candidates.ts';
import type { VerdictInput } from './verdict-input.ts';

const nothing = () => sql<string | null>`null::text`;
const addressed = ({ channel }: GateContext) => addressOf(channel, 'person') !== null;

const ABOUT = sql`(a.id = line.asset_id or a.id = any(line.asset_ids))`;

/** The gates that look only at the line itself; `line` also has `removed` and `lacks` ('company', 'contact' or null) here. */
const OWN_GATES: readonly Gate[] = [
  { reason: 'removed_by_hand', refuses: () => sql`line.removed`, seen: nothing },
  { reason: 'no_company', refuses: () => sql`line.lacks = 'company'`, seen: nothing },
  { reason: 'no_contact', refuses: () => sql`line.lacks = 'contact'`, seen: nothing },
  {
    reason: 'no_address',
    refuses: (context) => (addressed(context) ? sql`line.address is null` : null),
    // Nor has it a valid one: the next gate asks for that.
    passes: () => sql`true`,
    seen: nothing,
  },
  {
    reason: 'invalid_address',
    refuses: (context) => (addressed(context) ? sql`line.address_key is null` : null),
    passes: () => sql`line.address_key is not null`,
    seen: () => sql`line.address`,
  },
];

/** Where nobody is written to, neither consent nor address nor contact pressure is asked. */
const GATES_OF_A_RECORD: readonly ExclusionReason[] = [
  'removed_by_hand',
  'already_in_campaign',
  'no_company',
  'no_contact',
  'no_vat_id',
  'no_billing_data',
  'holdout',
];

/** Lines about assets of which there are some that their owner has disposed of, and none besides. */
const ASSET_GATE: Gate = {
  reason: 'asset_disposed',
  refuses: () => sql`exists (select from asset a where ${ABOUT} and a.disposed_on is not null)
    and not exists (select from asset a where ${ABOUT} and a.disposed_on is null)`,
  seen: () => sql`(select string_agg(a.name, ', ' order by a.name collate human, a.id) from asset a where ${ABOUT})`,
};

const order = (reason: ExclusionReason) => EXCLUSION_REASONS.indexOf(reason);
const DUPLICATE = order('duplicate_address');

/** Ours and those of other modules in the fixed order, split behind the shared address, which needs to know what passed before it. */
export const orderGates = (input: VerdictInput): { early: Gate[]; late: Gate[] } => {
  const { gates: others, context } = input;
  const gates = [...OWN_GATES, ...(namesAssets(input) ? [ASSET_GATE] : []), ...others]
    .filter(({ reason }) => reachesOut(context.channel) || GATES_OF_A_RECORD.includes(reason))
    .filter((gate) => gate.refuses(context) !== null)
    .sort((one, other) => order(one.reason) - order(other.reason));
  return {
    early: gates.filter(({ reason }) => order(reason) <= DUPLICATE),
    late: gates.filter(({ reason }) => order(reason) > DUPLICATE),
  };
};

/** One message for a shared address: whoever was added by hand first, then the oldest record. With `each`, everybody gets his own. */
export const sharesAddress = (context: GateContext): boolean => context.sharedAddress === 'one' && addressed(context);
