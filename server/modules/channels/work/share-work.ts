import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/open-database.ts';
import { issueWork } from '../../crm/index.ts';
import type { IssuedRun } from '../channel.ts';

const DAY = 86_400_000;

/** Whose the work of a line is; an expression over `line` (no, sender_id) and `place`, its number among the lines from 0. */
const responsibleOf = ({ test, startedBy, ownerId, work }: IssuedRun): RawBuilder<unknown> => {
  if (test) return sql`${startedBy}::uuid`;
  const chosen = sql`${work.userIds}::uuid[]`;
  const turn = work.to === 'named' ? sql`1` : sql`line.place % cardinality(${chosen}) + 1`;
  return {
    sender: sql`coalesce(line.sender_id, ${ownerId}::uuid)`,
    named: sql`(${chosen})[${turn}]`,
    even: sql`(${chosen})[${turn}]`,
    queue: sql`null::uuid`,
  }[work.to];
};

const dueAt = ({ work, dossier, now }: IssuedRun): Date | null => {
  const days = work.dueDays ?? dossier?.dueDays ?? null;
  return days === null ? null : new Date(now.getTime() + days * DAY);
};

/** Gives somebody an open item for each planned line; a proof goes to whoever ran the test. */
export const shareWork = async (tx: Tx, run: IssuedRun): Promise<void> => {
  const { runId, campaignId, campaignName: subject, creatorId: createdBy, dossier, work, test: proof } = run;
  if (!dossier) throw new Error(`run ${runId} gives work without a type of dossier item`);
  const { typeId } = dossier;
  await issueWork(
    tx,
    { runId, campaignId, typeId, subject, createdBy, dueAt: dueAt(run), priority: work.priority, proof },
    sql`select line.no, line.party_kind, line.party_id, ${responsibleOf(run)} as responsible_id
      from (select numbered.*, (row_number() over (order by numbered.no))::int - 1 as place from (${run.lines}) numbered) line`,
  );
};
