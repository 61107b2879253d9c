import { z } from 'zod';
import { InteractionFilters } from '../../../../contract/interactions.ts';
import { LANGUAGES, type Language } from '../../../../contract/messages/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { Invalid } from '../../../platform/errors.ts';
import { streamTable, type TableValue } from '../../../platform/files/table-export.ts';
import { languageOf } from '../../../platform/http/problem.ts';
import { bare } from '../../../platform/http/route.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { type Asked, exportPage, interactionsWhere, type ShownInteraction } from './interaction.views.ts';

const PAGE = 2_000;
const Query = InteractionFilters.extend({
  format: z.enum(['csv', 'xlsx']),
  words: z.enum(LANGUAGES).optional(),
  search: z.string().trim().max(200).optional(),
});

const HEADERS: Record<Language, readonly string[]> = {
  en: ['Type', 'Subject', 'State', 'For', 'Responsible', 'Due', 'Done', 'Campaign', 'Text', 'Created'],
  nb: ['Type', 'Emne', 'Status', 'Hos', 'Ansvarlig', 'Frist', 'Gjort', 'Kampanje', 'Tekst', 'Opprettet'],
  pl: ['Typ', 'Temat', 'Stan', 'Dotyczy', 'Odpowiedzialny', 'Termin', 'Wykonano', 'Kampania', 'Treść', 'Utworzono'],
  fr: ['Type', 'Objet', 'État', 'Pour', 'Responsable', 'Échéance', 'Fait le', 'Campagne', 'Texte', 'Créé le'],
};
const STATES: Record<Language, Record<ShownInteraction['state'], string>> = {
  en: { open: 'Open', done: 'Done', cancelled: 'Cancelled' },
  nb: { open: 'Åpen', done: 'Gjort', cancelled: 'Avlyst' },
  pl: { open: 'Otwarte', done: 'Wykonane', cancelled: 'Anulowane' },
  fr: { open: 'Ouvert', done: 'Fait', cancelled: 'Annulé' },
};
const FILE: Record<Language, string> = { en: 'tasks', nb: 'oppgaver', pl: 'zadania', fr: 'taches' };

const cells = (item: ShownInteraction, language: Language): TableValue[] => [
  item.type.name,
  item.subject,
  STATES[language][item.state],
  item.party.name,
  item.responsible?.name ?? null,
  item.dueAt,
  item.doneAt,
  item.campaign?.name ?? null,
  item.body,
  item.createdAt,
];

async function* rows(db: Db, asked: Asked, language: Language): AsyncGenerator<TableValue[]> {
  const where = interactionsWhere(asked);
  let last: string | null = null;
  do {
    const found: ShownInteraction[] = await exportPage(db, where, last, asked.now, PAGE);
    for (const item of found) yield cells(item, language);
    last = found.length < PAGE ? null : (found.at(-1)?.id ?? null);
  } while (last !== null);
}

export const exportInteractions = bare<{ db: Db; clock: Clock }, Actor>({
  method: 'GET',
  path: '/api/interactions/export',
  access: 'session',
  summary: 'Every dossier item that the search and the filters leave, as a CSV or Excel file',
  handle: async ({ db, clock }, actor, { request, reply }) => {
    authorise(actor, 'crm.export');
    const asked = Query.safeParse(request.query);
    if (!asked.success)
      throw new Invalid(String(asked.error.issues[0]?.path[0] ?? 'format'), 'invalid_choice', { choices: 'csv, xlsx' });
    const { format, words, ...filters } = asked.data;
    const language = words ?? languageOf(request);
    return streamTable(reply, {
      format,
      columns: HEADERS[language].map((header) => ({ header })),
      rows: rows(db, { filters, userId: actor.userId, now: clock.now() }, language),
      fileName: `${FILE[language]}-${clock.now().toISOString().slice(0, 10)}`,
      separator: language === 'en' ? ',' : ';',
    });
  },
});
