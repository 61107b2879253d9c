import { sql } from 'kysely';
import type { PartyId } from '../../../contract/ids.ts';
import type { Party } from '../../../contract/runs.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { EXCLUSION_REASONS } from '../consent/index.ts';
import { partyName } from './party-names.ts';
import { withRoom } from './room.ts';
import type { VerdictInput } from './verdict-input.ts';
import { verdictQuery } from './verdict-query.ts';

export interface AudiencePreview {
  matched: number;
  planned: number;
  /** In the order of the gates. */
  excluded: { reason: string; lines: number }[];
  /** The first of those planned, those added by hand before the others. */
  sample: { partyKind: Party['kind']; partyId: PartyId; name: string; address: string | null }[];
}

const SAMPLE = 20;

const counted = async (tx: Tx, input: VerdictInput) => {
  const { rows } = await sql<{ counts: Record<string, number>; sample: AudiencePreview['sample'] }>`
    with verdicts as materialized (
      select party_kind, party_id, origin, address, reason from (${verdictQuery(input)}) as verdict
    ), counted as (
      select coalesce(reason, '') as reason, count(*)::int as lines from verdicts group by 1
    ), sampled as (
      select * from verdicts where reason is null order by origin <> 'hand', party_id, party_kind limit ${SAMPLE}
    )
    select (select coalesce(jsonb_object_agg(reason, lines), '{}') from counted) as counts,
      (select coalesce(jsonb_agg(jsonb_build_object('partyKind', party_kind, 'partyId', party_id,
          'name', ${partyName(sql`party_kind`, sql`party_id`)}, 'address', address) order by origin <> 'hand', party_id, party_kind), '[]')
        from sampled) as sample`.execute(tx);
  return rows[0] ?? { counts: {}, sample: [] };
};

/** The waterfall as planning would write it now, from the same statement; writes nothing. */
export const previewAudience = async (db: Db, input: VerdictInput, signal?: AbortSignal): Promise<AudiencePreview> => {
  const { counts, sample } = await withRoom(db, (tx) => counted(tx, input), signal);
  const excluded = EXCLUSION_REASONS.map((reason) => ({ reason, lines: counts[reason] ?? 0 })).filter(
    ({ lines }) => lines > 0,
  );
  const matched = Object.values(counts).reduce((sum, lines) => sum + lines, 0);
  return { matched, planned: counts[''] ?? 0, excluded, sample };
};
