import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../../../contract/messages/index.ts';
import { listCampaignLines } from '../../../contract/reporting.ts';
import { type Line, listLines } from '../../../contract/runs.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { streamTable, type TableValue } from '../../platform/files/table-export.ts';
import { InvalidInput, languageOf } from '../../platform/http/problem.ts';
import { bare } from '../../platform/http/route.ts';
import { type Actor, authorise } from '../access/index.ts';
import { recordDeed } from '../campaigns/index.ts';
import { presentId } from '../crm/index.ts';
import { type LineFilter, readLines, showRun } from '../delivery/index.ts';
import { pageOfCampaignLines } from './campaign-lines.ts';
import { COLUMNS, STATES } from './model/export-words.ts';

const PAGE = 2_000;

const format = z.enum(['csv', 'xlsx']);
/** The language of the headings; the request's own where none is asked for. */
const words = z.enum(LANGUAGES).optional();
const Asked = listLines.input.omit({ after: true, limit: true, sort: true, direction: true }).extend({ format, words });
const AskedOfCampaign = listCampaignLines.input.omit({ after: true, limit: true }).extend({ format, words });

type Person = Record<
  | 'firstName'
  | 'lastName'
  | 'company'
  | 'email'
  | 'phone'
  | 'street'
  | 'postalCode'
  | 'city'
  | 'country'
  | 'language'
  | 'asset'
  | 'assetIdentifier',
  string | null
>;

/** What a list is taken out for: whom it names, and of a list by asset which, as the records are now. */
const readPeople = async (db: Db, lines: readonly Line[]): Promise<Person[]> => {
  const either = (column: string) =>
    sql`coalesce(${sql.ref(`k.${column}`)}, ${sql.ref(`f.${column}`)}, ${sql.ref(`d.${column}`)}) as ${sql.ref(column)}`;
  const places = ['email', 'phone', 'street', 'postal_code', 'city', 'country', 'language'].map(either);
  const { rows } = await sql<Person>`
    select coalesce(k.first_name, d.first_name) as first_name, coalesce(k.last_name, d.last_name) as last_name,
      coalesce(f.name, d.company_name) as company, ${sql.join(places)}, coalesce(a.name, (select string_agg(t.name, '; ' order by t.name collate human, t.identifier collate human, t.id) from asset t where t.id = any(r.asset_ids))) as asset,
      coalesce(a.identifier, (select string_agg(t.identifier, '; ' order by t.name collate human, t.identifier collate human, t.id) from asset t where t.id = any(r.asset_ids))) as asset_identifier
    from unnest(${lines.map((l) => l.partyKind)}::text[], ${lines.map((l) => l.partyId)}::uuid[], ${lines.map((l) => l.runId)}::bigint[],
      ${lines.map((l) => l.no)}::int[]) with ordinality as line (kind, id, run_id, no, place)
    left join contact k on line.kind = 'contact' and k.id = ${presentId('contact', sql`line.id`)}
    left join company f on f.id = case line.kind when 'company' then ${presentId('company', sql`line.id`)} else k.company_id end
    left join lead d on line.kind = 'lead' and d.id = ${presentId('lead', sql`line.id`)}
    left join recipient r on r.run_id = line.run_id and r.no = line.no and (r.asset_id is not null or r.asset_ids is not null)
    left join asset a on a.id = r.asset_id
    order by line.place`.execute(db);
  return rows;
};

async function* rowsOf(db: Db, pages: AsyncIterable<Line[]>, language: Language): AsyncGenerator<TableValue[]> {
  for await (const lines of pages) {
    const people = await readPeople(db, lines);
    for (const [place, line] of lines.entries()) yield cellsOf(line, people[place], language);
  }
}

async function* linesOfRun(db: Db, filter: LineFilter): AsyncGenerator<Line[]> {
  let last = 0;
  for (;;) {
    const lines = await readLines(db, filter, last, PAGE);
    yield lines;
    if (lines.length < PAGE) return;
    last = lines.at(-1)?.no ?? last;
  }
}

async function* linesOfCampaign(
  db: Db,
  asked: Omit<z.output<typeof AskedOfCampaign>, 'format'>,
): AsyncGenerator<Line[]> {
  let after: string | undefined;
  do {
    const page = await pageOfCampaignLines(db, asked, { ...asked, after, limit: PAGE });
    yield page.rows;
    after = page.next ?? undefined;
  } while (after !== undefined);
}

const cellsOf = (line: Line, person: Person | undefined, language: Language): TableValue[] => {
  const { no, address, state, reason, reply, at } = line;
  const words: Record<keyof typeof COLUMNS, TableValue> = {
    ...(person as Person),
    no,
    address,
    state: STATES[state][language],
    reason,
    reply,
    at: at === null ? null : new Date(at as string),
  };
  return Object.keys(COLUMNS).map((column) => words[column as keyof typeof COLUMNS] ?? null);
};

interface Needs {
  db: Db;
  clock: Clock;
}

const asFile = (
  db: Db,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  file: { format: 'csv' | 'xlsx'; words: Language | undefined; fileName: string; pages: AsyncIterable<Line[]> },
) => {
  const language = file.words ?? languageOf(request);
  return streamTable(reply, {
    format: file.format,
    fileName: file.fileName,
    columns: Object.values(COLUMNS).map((words) => ({ header: words[language] })),
    rows: rowsOf(db, file.pages, language),
    separator: language === 'en' ? ',' : ';',
  });
};

const given = <T extends z.ZodType>(schema: T, request: FastifyRequest): z.output<T> => {
  const asked = schema.safeParse({ ...(request.query as object), ...(request.params as object) });
  if (!asked.success) throw new InvalidInput(asked.error);
  return asked.data;
};

/** The recipient list or log of a run as a file, with the same filters as on the screen. */
export const exportLines = bare<Needs, Actor>({
  method: 'GET',
  path: '/api/runs/:id/export',
  access: 'session',
  summary: 'The recipient list or log of a run as CSV or Excel',
  handle: async ({ db, clock }, actor, edge) => {
    authorise(actor, 'ledger.export');
    const { format, words, ...filter } = given(Asked, edge.request);
    const run = await showRun(db, filter.id);
    await recordDeed(db, actor, run.campaignId, 'exported', clock.now(), { format });
    return asFile(db, edge, { format, words, fileName: `fanfare-${run.id}`, pages: linesOfRun(db, filter) });
  },
});

/** The people behind a number of a campaign's report as a file. */
export const exportCampaignLines = bare<Needs, Actor>({
  method: 'GET',
  path: '/api/campaigns/:id/lines/export',
  access: 'session',
  summary: 'Everyone a campaign’s report counts, or those behind one of its numbers, as CSV or Excel',
  handle: async ({ db, clock }, actor, edge) => {
    authorise(actor, 'ledger.export');
    const { format, words, ...asked } = given(AskedOfCampaign, edge.request);
    const { rows } = await sql<{ code: string }>`select code from campaign where id = ${asked.id}`.execute(db);
    if (!rows[0]) throw new NotFound('campaign');
    await recordDeed(db, actor, asked.id, 'exported', clock.now(), { format });
    return asFile(db, edge, {
      format,
      words,
      fileName: `fanfare-${rows[0].code.replace(/[^\w-]+/g, '-')}`,
      pages: linesOfCampaign(db, asked),
    });
  },
});
