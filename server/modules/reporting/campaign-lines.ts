import { type RawBuilder, sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { Page, PageInput } from '../../../contract/paging.ts';
import type { listCampaignLines as linesEndpoint } from '../../../contract/reporting.ts';
import type { Line } from '../../../contract/runs.ts';
import { keyset, type SortKey } from '../../platform/database/keyset.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { LINE_COLUMNS, LINE_NAME, LINE_TABLES, lineConditions } from '../delivery/index.ts';
import { type CountedRuns, findCountedRuns, isBounced, isCounted, isTracked } from './counted-lines.ts';

export type CampaignLinesFilter = Omit<InputOf<typeof linesEndpoint>, keyof PageInput> & {
  search?: string | undefined;
};

/** In the order of the lists is what the lines' own key gives. */
const SORTS: Record<string, SortKey> = {
  list: { by: sql`r.run_id`, type: 'bigint' },
  name: { by: sql`${LINE_NAME} collate human`, type: 'text' },
  address: { by: sql`coalesce(r.address, '') collate human`, type: 'text' },
  at: { by: sql`coalesce(o.at, '-infinity')`, type: 'timestamptz' },
};

const ACTORS = { opened: 'human', clicked: 'human' } as Record<string, string>;

const withFact = ({ fact, actor, url }: CampaignLinesFilter): RawBuilder<unknown>[] => {
  if (fact === undefined) return [];
  const by = actor ?? ACTORS[fact];
  const who = by === undefined ? sql`true` : sql`e.actor = ${by}`;
  const which =
    url === undefined
      ? sql`e.link_no = 0`
      : sql`exists (select from run s join link l on l.content_version_id = s.content_version_id
          where s.id = e.run_id and l.link_no = e.link_no and l.url = ${url})`;
  return [
    sql`exists (select from first_event e where e.run_id = r.run_id and e.no = r.no and e.kind = ${fact} and ${who} and ${which})`,
  ];
};

const reached = ({ delivered, tracked }: CampaignLinesFilter): RawBuilder<unknown>[] => [
  ...(delivered === undefined ? [] : [sql`(coalesce(o.state, '') = 'sent' and not ${isBounced('r')}) = ${delivered}`]),
  ...(tracked === undefined ? [] : [sql`${isTracked('r')} = ${tracked}`]),
];

const meeting = (runs: CountedRuns, filter: CampaignLinesFilter): RawBuilder<unknown> =>
  sql.join([isCounted(runs), ...lineConditions(filter), ...withFact(filter), ...reached(filter)], sql` and `);

const countedOf = ({ id, actionId }: CampaignLinesFilter) => ({ campaignId: id, actionId });

/** One page of everyone the report counts; every filter of it is the people behind one of its numbers. */
export const pageOfCampaignLines = async (
  db: Db,
  filter: CampaignLinesFilter,
  paging: Pick<PageInput, 'after' | 'limit' | 'sort' | 'direction'>,
): Promise<Page<Line>> => {
  const runs = await findCountedRuns(db, countedOf(filter));
  const sorted = paging.sort ?? 'list';
  const pages = keyset(paging, SORTS, {
    sort: 'list',
    ...(sorted === 'list'
      ? { id: sql`r.no`, idType: 'int' as const }
      : { id: sql`(r.run_id * 10000000000::numeric + r.no)`, idType: 'numeric' as const }),
  });
  const { rows } = await sql<Line & { id: string; pageKey: string }>`
    select ${LINE_COLUMNS}, ${pages.id}::text as id, ${pages.key} as page_key from ${LINE_TABLES}
    where ${meeting(runs, filter)} and ${pages.where} ${pages.order} limit ${pages.limit}`.execute(db);
  const page = pages.page(rows, null);
  return { ...page, rows: page.rows.map(({ id: _, ...line }) => line) };
};

const countCampaignLines = async (db: Db, filter: CampaignLinesFilter): Promise<number> => {
  const runs = await findCountedRuns(db, countedOf(filter));
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from ${LINE_TABLES} where ${meeting(runs, filter)}`.execute(db);
  return rows[0]?.total ?? 0;
};

export const listCampaignLines = async (
  { db }: { db: Db },
  actor: Actor,
  input: InputOf<typeof linesEndpoint>,
): Promise<OutputOf<typeof linesEndpoint>> => {
  authorise(actor, 'campaign.see');
  const [page, total] = await Promise.all([pageOfCampaignLines(db, input, input), countCampaignLines(db, input)]);
  return { ...page, total };
};
