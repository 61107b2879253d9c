import { sql } from 'kysely';
import type { PartyId } from '../../../contract/ids.ts';
import type { Party } from '../../../contract/runs.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { EXCLUSION_REASONS } from '../consent/index.ts';
import { partyNames } from './party-names.ts';
import { type VerdictInput, verdictQuery } from './verdict-query.ts';

export interface AudiencePreview {
  matched: number;
  planned: number;
  /** In the order of the gates. */
  excluded: { reason: string; lines: number }[];
  /** The first of those planned, those added by hand before the others. */
  sample: { partyKind: Party['kind']; partyId: PartyId; name: string; address: string | null }[];
}

const SAMPLE = 20;

/** The waterfall as planning would write it now, from the same statement; writes nothing. */
export const previewAudience = async (db: Db | Tx, input: VerdictInput): Promise<AudiencePreview> => {
  const { rows } = await sql<{ counts: Record<string, number>; sample: AudiencePreview['sample'] }>`
    with verdicts as materialized (
      select party_kind, party_id, origin, address, reason from (${verdictQuery(input)}) as verdict
    ), counted as (
      select coalesce(reason, '') as reason, count(*)::int as lines from verdicts group by 1
    ), sampled as (
      select * from verdicts where reason is null order by origin <> 'hand', party_id, party_kind limit ${SAMPLE}
    )
    select (select coalesce(jsonb_object_agg(reason, lines), '{}') from counted) as counts,
      (select coalesce(jsonb_agg(jsonb_build_object('partyKind', sampled.party_kind, 'partyId', sampled.party_id, 'name', named.name,
          'address', sampled.address) order by sampled.origin <> 'hand', sampled.party_id, sampled.party_kind), '[]')
        from sampled join (${partyNames}) as named on named.kind = sampled.party_kind and named.id = sampled.party_id) as sample`.execute(
    db,
  );
  const { counts, sample } = rows[0] ?? { counts: {}, sample: [] };
  const excluded = EXCLUSION_REASONS.map((reason) => ({ reason, lines: counts[reason] ?? 0 })).filter(
    ({ lines }) => lines > 0,
  );
  const matched = Object.values(counts).reduce((sum, lines) => sum + lines, 0);
  return { matched, planned: counts[''] ?? 0, excluded, sample };
};
