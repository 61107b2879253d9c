import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { listAnswers as listEndpoint, campaignAnswers as summaryEndpoint } from '../../../contract/occasion.ts';
import { keyset } from '../../platform/database/keyset.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { partyName } from '../audiences/index.ts';
import { findOccasion } from '../campaigns/index.ts';

type Summary = OutputOf<typeof summaryEndpoint>;
type Row = OutputOf<typeof listEndpoint>['rows'][number];

/** How many answered what. Silent are those it was sent to, each person or firm once, less those who answered. */
export const campaignAnswers = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof summaryEndpoint>,
): Promise<Summary> => {
  authorise(actor, 'campaign.see');
  const occasion = await findOccasion(db, id);
  const { rows } = await sql<Omit<Summary, 'occasion'>>`
    select count(*) filter (where answer = 'yes')::int as yes, count(*) filter (where answer = 'no')::int as no,
      count(*) filter (where answer = 'maybe')::int as maybe, count(*) filter (where standing = 'placed')::int as placed,
      count(*) filter (where standing = 'waiting')::int as waiting, (
        select count(distinct (t.party_kind, t.party_id)) from touch t join run on run.id = t.run_id
        where run.campaign_id = ${id} and not exists (
          select from answer a where a.campaign_id = ${id} and a.party_kind = t.party_kind and a.party_id = t.party_id)
      )::int as silent
    from answer where campaign_id = ${id}`.execute(db);
  const shown = occasion && {
    ...occasion,
    startsAt: occasion.startsAt.toISOString(),
    endsAt: occasion.endsAt.toISOString(),
    answerUntil: occasion.answerUntil?.toISOString() ?? null,
  };
  return { occasion: shown, ...rows[0]! };
};

const NAME = partyName(sql`a.party_kind`, sql`a.party_id`);
const SORTS = {
  answered: { by: sql`a.answered_at`, type: 'timestamptz' },
  asked: { by: sql`a.asked_at`, type: 'timestamptz' },
  name: { by: sql`coalesce(${NAME}, '') collate human`, type: 'text' },
} as const;

export const listAnswers = async (
  { db }: { db: Db },
  actor: Actor,
  input: InputOf<typeof listEndpoint>,
): Promise<OutputOf<typeof listEndpoint>> => {
  authorise(actor, 'campaign.see');
  const found = sql.join(
    [
      sql`a.campaign_id = ${input.id}`,
      ...(input.answer ? [sql`a.answer = ${input.answer}`] : []),
      ...(input.standing ? [sql`a.standing = ${input.standing}`] : []),
      ...(input.search ? [sql`strpos(lower(${NAME}), lower(${input.search})) > 0`] : []),
    ],
    sql` and `,
  );
  const pages = keyset(input, SORTS, { sort: 'answered', direction: 'desc', id: sql`a.party_id` });
  const { rows } = await sql<Row & { pageKey: string }>`
    select a.party_kind as kind, a.party_id as id, coalesce(${NAME}, '') as name, a.answer, a.standing, a.answered_at, ${pages.key} as page_key
    from answer a where ${found} and ${pages.where} ${pages.order} limit ${pages.limit}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*)::int as total from answer a where ${found}`.execute(db);
  return pages.page(rows, counted.rows[0]?.total ?? 0);
};
