import { sql } from 'kysely';
import { z } from 'zod';
import type { Language } from '../../../contract/messages/index.ts';
import { type Line, listLines } from '../../../contract/runs.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { streamTable, type TableValue } from '../../platform/files/table-export.ts';
import { InvalidInput, languageOf } from '../../platform/http/problem.ts';
import { bare } from '../../platform/http/route.ts';
import { type Actor, authorise } from '../access/index.ts';
import { recordDeed } from '../campaigns/index.ts';
import { type LineFilter, readLines, showRun } from '../delivery/index.ts';
import { COLUMNS, STATES } from './model/export-words.ts';

const PAGE = 2_000;

const Asked = listLines.input
  .omit({ after: true, limit: true, sort: true, direction: true })
  .extend({ format: z.enum(['csv', 'xlsx']) });

type Person = Record<
  'firstName' | 'lastName' | 'company' | 'email' | 'phone' | 'street' | 'postalCode' | 'city' | 'country' | 'language',
  string | null
>;

/** What a list is taken out for: whom it names, as the records are now. */
const readPeople = async (db: Db, lines: readonly Line[]): Promise<Person[]> => {
  const { rows } = await sql<Person>`
    select k.first_name, k.last_name, f.name as company, coalesce(k.email, f.email) as email, coalesce(k.phone, f.phone) as phone,
      coalesce(k.street, f.street) as street, coalesce(k.postal_code, f.postal_code) as postal_code, coalesce(k.city, f.city) as city,
      coalesce(k.country, f.country) as country, coalesce(k.language, f.language) as language
    from unnest(${lines.map((l) => l.partyKind)}::text[], ${lines.map((l) => l.partyId)}::uuid[]) with ordinality as line (kind, id, place)
    left join contact k on line.kind = 'contact' and k.id = line.id
    left join company f on f.id = case line.kind when 'company' then line.id else k.company_id end
    order by line.place`.execute(db);
  return rows;
};

async function* rowsOf(db: Db, filter: LineFilter, language: Language): AsyncGenerator<TableValue[]> {
  let last = 0;
  for (;;) {
    const lines = await readLines(db, filter, last, PAGE);
    const people = await readPeople(db, lines);
    for (const [place, line] of lines.entries()) yield cellsOf(line, people[place], language);
    if (lines.length < PAGE) return;
    last = lines.at(-1)?.no ?? last;
  }
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

/** The recipient list or log of a run as a file, with the same filters as on the screen. */
export const exportLines = bare<{ db: Db; clock: Clock }, Actor>({
  method: 'GET',
  path: '/api/runs/:id/export',
  access: 'session',
  summary: 'The recipient list or log of a run as CSV or Excel',
  handle: async ({ db, clock }, actor, { request, reply }) => {
    authorise(actor, 'ledger.export');
    const asked = Asked.safeParse({ ...(request.query as object), ...(request.params as object) });
    if (!asked.success) throw new InvalidInput(asked.error);
    const { format, ...filter } = asked.data;
    const run = await showRun(db, filter.id);
    await recordDeed(db, actor, run.campaignId, 'exported', clock.now(), { format });
    const language = languageOf(request);
    return streamTable(reply, {
      format,
      fileName: `fanfare-${run.id}`,
      columns: Object.values(COLUMNS).map((words) => ({ header: words[language] })),
      rows: rowsOf(db, filter, language),
      separator: language === 'en' ? ',' : ';',
    });
  },
});
