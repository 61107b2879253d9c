import { z } from 'zod';
import { RunId } from '../../../../contract/ids.ts';
import { LANGUAGES, type Language } from '../../../../contract/messages/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import { json } from '../../../platform/database/json.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import type { JsonValue } from '../../../platform/database/tables.ts';
import { Conflict } from '../../../platform/errors.ts';
import { streamTable, type TableValue } from '../../../platform/files/table-export.ts';
import { InvalidInput, languageOf } from '../../../platform/http/problem.ts';
import { bare } from '../../../platform/http/route.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { recordDeed } from '../../campaigns/index.ts';
import { type CleansedField, loadCleansedFields, readAssets, type SaidAsset } from '../../crm/index.ts';
import { showRun } from '../run.views.ts';
import { assetsOfRun, type CleansedColumn, keepAssets } from './cleansing.store.ts';

const PAGE = 1_000;

interface Needs {
  db: Db;
  ids: Ids;
  clock: Clock;
}

const Asked = z.object({ id: RunId, format: z.enum(['csv', 'xlsx']), words: z.enum(LANGUAGES).optional() });

/** Above the columns beside the fields: what tells the record, and whose it is. */
export const KEY_HEADER: Record<Language, string> = {
  en: 'Record (leave as it is)',
  nb: 'Post (la stå urørt)',
  pl: 'Rekord (nie zmieniać)',
  fr: 'Fiche (ne pas modifier)',
};
const OWNER_HEADERS: Record<Language, string[]> = {
  en: ['Type', 'Owner', 'Owner: e-mail', 'Owner: phone'],
  nb: ['Type', 'Eier', 'Eier: e-post', 'Eier: telefon'],
  pl: ['Typ', 'Właściciel', 'Właściciel: e-mail', 'Właściciel: telefon'],
  fr: ['Type', 'Propriétaire', 'Propriétaire : e-mail', 'Propriétaire : téléphone'],
};

/** Two fields of one label say by number which is which, so that the columns are found again. */
const columnsOf = (fields: readonly CleansedField[], language: Language): CleansedColumn[] => {
  const seen = new Map<string, number>([...OWNER_HEADERS[language], KEY_HEADER[language]].map((header) => [header, 1]));
  return fields.map(({ name, label, currency }) => {
    const words = currency ? `${label[language]} (${currency})` : label[language];
    const times = (seen.get(words) ?? 0) + 1;
    seen.set(words, times);
    return { field: name, header: times === 1 ? words : `${words} ${times}` };
  });
};

const cellsOf = (asset: SaidAsset, fields: readonly CleansedField[]): TableValue[] => [
  asset.id,
  asset.type,
  asset.owner,
  asset.ownerEmail,
  asset.ownerPhone,
  ...asset.said.map((text, place) => {
    const { type } = fields[place]!;
    return text !== '' && (type === 'number' || type === 'money') ? Number(text) : text;
  }),
];

/** Keeps what each asset says, page by page, in one reading; the file is then made of what was kept. */
const takeOut = async (
  { db, ids, clock }: Needs,
  actor: Actor,
  run: { id: RunId; campaignId: string },
  language: Language,
) => {
  const fields = [...(await loadCleansedFields(db)).values()];
  const columns = columnsOf(fields, language);
  const rows: SaidAsset[] = [];
  await db.transaction().execute(async (tx) => {
    const assets = await assetsOfRun(tx, run.id);
    if (assets.length === 0) throw new Conflict('cleansing_without_assets');
    const id = ids.next();
    await tx
      .insertInto('cleansing')
      .values({
        id,
        runId: run.id,
        campaignId: run.campaignId,
        language,
        columns: json<JsonValue>(columns.map((column) => ({ ...column }))),
        assets: assets.length,
        exportedBy: actor.userId,
        exportedAt: clock.now(),
      })
      .execute();
    for (let from = 0; from < assets.length; from += PAGE) {
      const page = await readAssets(tx, assets.slice(from, from + PAGE), fields, language);
      await keepAssets(tx, id, page);
      rows.push(...page);
    }
  });
  return { fields, columns, rows };
};

async function* rowsOf(rows: readonly SaidAsset[], fields: readonly CleansedField[]): AsyncGenerator<TableValue[]> {
  for (const row of rows) yield cellsOf(row, fields);
}

/** Q35: every asset of a list with its owner, to be put right and brought back. */
export const exportAssetsToCleanse = bare<Needs, Actor>({
  method: 'GET',
  path: '/api/runs/:id/cleansings/export',
  access: 'session',
  summary: 'The assets of a list with their owners as CSV or Excel, to be put right and brought back',
  handle: async (needs, actor, { request, reply }) => {
    authorise(actor, 'ledger.export');
    const asked = Asked.safeParse({ ...(request.query as object), ...(request.params as object) });
    if (!asked.success) throw new InvalidInput(asked.error);
    const { id, format, words } = asked.data;
    const language = words ?? languageOf(request);
    const run = await showRun(needs.db, id);
    const { fields, columns, rows } = await takeOut(needs, actor, run, language);
    await recordDeed(needs.db, actor, run.campaignId, 'exported', needs.clock.now(), { format, assets: rows.length });
    const headers = [KEY_HEADER[language], ...OWNER_HEADERS[language], ...columns.map(({ header }) => header)];
    return streamTable(reply, {
      format,
      fileName: `fanfare-${run.id}-assets-${needs.clock.now().toISOString().slice(0, 10)}`,
      columns: headers.map((header) => ({ header })),
      rows: rowsOf(rows, fields),
      separator: language === 'en' ? ',' : ';',
    });
  },
});
