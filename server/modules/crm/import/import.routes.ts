import { z } from 'zod';
import { ActionId, AssetTypeId, type ImportId } from '../../../../contract/ids.ts';
import { IMPORT_ENTITIES, Import, type ImportRow, Verdict } from '../../../../contract/import.ts';
import { errorText, isErrorCode, LANGUAGES, type Language } from '../../../../contract/messages/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { Invalid } from '../../../platform/errors.ts';
import { streamTable, type TableValue } from '../../../platform/files/table-export.ts';
import { languageOf } from '../../../platform/http/problem.ts';
import { bare } from '../../../platform/http/route.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Actor, authorise } from '../../access/index.ts';
import type { ImportHooks } from '../import-hooks.ts';
import { importRows } from './import.views.ts';
import type { ImportKinds } from './import-kind.ts';
import { assertImport, uploadImport } from './imports.ts';

interface UploadNeeds {
  db: Db;
  clock: Clock;
  ids: Ids;
  config: { dataFolder: string };
  importHooks: ImportHooks;
  importKinds: ImportKinds;
}

export const postImport = bare<UploadNeeds, Actor>({
  method: 'POST',
  path: '/api/imports',
  access: 'session',
  summary: 'Takes a CSV or Excel file (multipart), and says how it would be read',
  handle: async (needs, actor, { request, reply }) => {
    authorise(actor, 'crm.import');
    const { entity, assetTypeId, actionId } = request.query as Record<string, string | undefined>;
    const kind = IMPORT_ENTITIES.find((one) => one === entity);
    if (kind === undefined) throw new Invalid('entity', 'invalid_choice', { choices: IMPORT_ENTITIES.join(', ') });
    const part = request.isMultipart() ? await request.file() : undefined;
    if (part === undefined) throw new Invalid('file', 'file_missing');
    const stored = await uploadImport(needs, actor, {
      actionId: ActionId.nullable()
        .catch(null)
        .parse(actionId ?? null),
      entity: kind,
      assetTypeId: AssetTypeId.nullable()
        .catch(null)
        .parse(assetTypeId ?? null),
      fileName: part.filename,
      stream: part.file,
    });
    return reply.send(Import.parse(stored));
  },
});

const HEADERS: Record<Language, string[]> = {
  en: ['Line', 'Result', 'Column', 'Value', 'Reason'],
  nb: ['Linje', 'Resultat', 'Kolonne', 'Verdi', 'Årsak'],
  pl: ['Linia', 'Wynik', 'Kolumna', 'Wartość', 'Przyczyna'],
  fr: ['Ligne', 'Résultat', 'Colonne', 'Valeur', 'Raison'],
};
const VERDICT: Record<Language, Record<Verdict, string>> = {
  en: { created: 'created', updated: 'updated', unchanged: 'unchanged', skipped: 'skipped', refused: 'refused' },
  nb: { created: 'opprettet', updated: 'oppdatert', unchanged: 'uendret', skipped: 'hoppet over', refused: 'avvist' },
  pl: {
    created: 'utworzono',
    updated: 'zaktualizowano',
    unchanged: 'bez zmian',
    skipped: 'pominięto',
    refused: 'odrzucono',
  },
  fr: { created: 'créé', updated: 'mis à jour', unchanged: 'inchangé', skipped: 'ignoré', refused: 'refusé' },
};

const reasonText = ({ reason, value, firstLine }: ImportRow, language: Language): string | null =>
  reason === null
    ? null
    : isErrorCode(reason)
      ? errorText(reason, { value: value ?? '', line: firstLine ?? 0, max: 0, reason }, language)
      : reason;

async function* reportRows(rows: AsyncIterable<ImportRow>, language: Language): AsyncGenerator<TableValue[]> {
  for await (const row of rows)
    yield [row.line, VERDICT[language][row.verdict], row.column, row.value, reasonText(row, language)];
}

const Asked = z.object({
  format: z.enum(['csv', 'xlsx']).default('csv'),
  verdict: Verdict.optional(),
  words: z.enum(LANGUAGES).optional(),
});

export const getImportReport = bare<{ db: Db; clock: Clock }, Actor>({
  method: 'GET',
  path: '/api/imports/:id/report',
  access: 'session',
  summary: 'What became of each row, as a CSV or Excel file',
  handle: async (needs, actor, { request, reply }) => {
    const found = await assertImport(needs, actor, (request.params as { id: string }).id);
    const asked = Asked.safeParse(request.query);
    if (!asked.success) throw new Invalid('format', 'invalid_choice', { choices: 'csv, xlsx' });
    const language = asked.data.words ?? languageOf(request);
    return streamTable(reply, {
      format: asked.data.format,
      fileName: `${found.fileName.replace(/\.\w+$/, '')}-report`,
      columns: HEADERS[language].map((header) => ({ header })),
      rows: reportRows(importRows(needs.db, found.id as ImportId, asked.data.verdict), language),
      separator: language === 'en' ? ',' : ';',
    });
  },
});
