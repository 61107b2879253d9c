import { z } from 'zod';
import { LabelInAll } from './crm-fields.ts';
import { endpoint } from './endpoint.ts';
import { ActionId, AssetTypeId, CampaignId, ImportId, ImportProfileId, PriceListId, TopicId } from './ids.ts';
import { LANGUAGES, type Language } from './messages/languages.ts';
import { Moment } from './moment.ts';
import { Ok, PageInput, pageOf } from './paging.ts';
import { Country, Tags } from './party.ts';

const TAG = 'Import';

/** What a file may hold. */
export const IMPORT_ENTITIES = ['contact', 'company', 'lead', 'asset', 'product'] as const;
export type ImportEntity = (typeof IMPORT_ENTITIES)[number];
/** Those that can be written to: they may bring consent along and join an audience. */
const PARTIES = ['contact', 'company', 'lead'] as const satisfies readonly ImportEntity[];
export const isParty = (entity: ImportEntity): entity is (typeof PARTIES)[number] =>
  PARTIES.some((party) => party === entity);

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250'] as const;
export type Encoding = (typeof ENCODINGS)[number];
export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

export const IMPORT_STATES = ['uploaded', 'checking', 'checked', 'running', 'finished', 'cancelled', 'failed'] as const;
export const VERDICTS = ['created', 'updated', 'unchanged', 'skipped', 'refused'] as const;
export const Verdict = z.enum(VERDICTS);
export type Verdict = z.output<typeof Verdict>;

/** How the bytes of the file are read. */
export const Reading = z.object({
  encoding: z.enum(ENCODINGS),
  separator: z.enum(SEPARATORS),
  /** The first row names the columns. */
  header: z.boolean(),
  /** The sheet of the workbook that the file was; null when it was text. Its rows count as lines. */
  sheet: z.string().max(100).nullable().default(null),
});
export type Reading = z.output<typeof Reading>;

/** What happens when a row's person or company is there already. Empty cells never empty a field. */
export const ON_MATCH = ['skip', 'fill_empty', 'overwrite'] as const;

export const ImportOptions = z.object({
  onMatch: z.enum(ON_MATCH).default('fill_empty'),
  /** The field that tells who a row is about; null: people by e-mail, companies by number or name. Rows without a value in it go the usual way. */
  matchBy: z.string().max(80).nullable().default(null),
  /** What kind of things a file of assets holds. */
  assetTypeId: AssetTypeId.nullable().default(null),
  /** The list that the prices of a file of products are for; they hold from the day they come in. */
  priceListId: PriceListId.nullable().default(null),
  /** Given to everyone in the file, also to those who were there already. */
  tags: Tags.default([]),
  /** How `03/04/2026` is read; `2026-04-03` is always understood. */
  dateOrder: z.enum(['dmy', 'mdy']).default('dmy'),
  /** For rows that name no country; phone numbers without a country code are read as this country's. */
  country: Country.nullable().default(null),
  /** For new people and companies whose row names no language. */
  language: z.enum(LANGUAGES).nullable().default(null),
  /** The action whose audience everyone in the file joins: a ready list of recipients. */
  audience: z
    .object({
      actionId: ActionId,
      /** Whoever is not known yet is made, or his row is refused. */
      unknown: z.enum(['create', 'refuse']).default('create'),
      campaignId: CampaignId.optional(),
      campaignName: z.string().max(300).optional(),
    })
    .nullable()
    .default(null),
  consent: z
    .object({
      topicId: TopicId,
      channel: z.string().min(1).max(20),
      wording: z.string().trim().min(1).max(2000),
      source: z.string().trim().min(1).max(300),
      /** They also agreed, in the same words, to their opens and clicks being noticed. */
      tracking: z.boolean().default(false),
    })
    .nullable()
    .default(null),
});
export type ImportOptions = z.output<typeof ImportOptions>;

/** The field each column fills, by its place in the file; null leaves the column out. */
export const Mapping = z.array(z.string().max(80).nullable()).max(500);
export type Mapping = z.output<typeof Mapping>;

export const Import = z.object({
  id: ImportId,
  entity: z.enum(IMPORT_ENTITIES),
  fileName: z.string(),
  bytes: z.number().int(),
  state: z.enum(IMPORT_STATES),
  reading: Reading,
  /** Whether the encoding is beyond doubt. */
  certain: z.boolean(),
  mapping: Mapping,
  options: ImportOptions,
  /** Data rows in the file; null until it was read to the end. */
  rows: z.number().int().nullable(),
  /** About how many there are, told by the line ends. */
  expected: z.number().int(),
  /** Rows read from the file so far; each is then judged. */
  readRows: z.number().int(),
  /** done = created + updated + unchanged + skipped + refused, of the check or of the run. */
  done: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  skipped: z.number().int(),
  refused: z.number().int(),
  /** What the mapping and the options were taken from, or kept as. */
  profile: z.object({ id: ImportProfileId, name: z.string() }).nullable(),
  finishEstimate: Moment.nullable(),
  /** Why it failed: an error code. */
  failure: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdAt: Moment,
  startedAt: Moment.nullable(),
  finishedAt: Moment.nullable(),
});
export type Import = z.output<typeof Import>;

const ById = z.object({ id: ImportId });

/** Not JSON: multipart with one file, to `uploadImportPath`. It answers an `Import`. */
export const uploadImportPath = (
  entity: ImportEntity,
  { assetTypeId, actionId }: { assetTypeId?: string | null | undefined; actionId?: string | undefined } = {},
): string =>
  `/api/imports?entity=${entity}${assetTypeId ? `&assetTypeId=${assetTypeId}` : ''}${actionId ? `&actionId=${actionId}` : ''}`;
/** A CSV or Excel file of what became of each row. */
export const importReportPath = (id: string, format: 'csv' | 'xlsx', words: Language, verdict?: Verdict): string =>
  `/api/imports/${encodeURIComponent(id)}/report?format=${format}&words=${words}${verdict ? `&verdict=${verdict}` : ''}`;

export const listImports = endpoint({
  name: 'listImports',
  method: 'GET',
  path: '/api/imports',
  input: PageInput,
  output: pageOf(Import),
  summary: 'Imports, the newest first',
  tag: TAG,
});
export const getImport = endpoint({
  name: 'getImport',
  method: 'GET',
  path: '/api/imports/:id',
  input: ById,
  output: Import,
  summary: 'One import with its progress and sums',
  tag: TAG,
});
export const getImportSample = endpoint({
  name: 'getImportSample',
  method: 'GET',
  path: '/api/imports/:id/sample',
  input: ById,
  output: z.object({
    columns: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
    /** Characters in the sample that could not be read: another encoding may fit better. */
    damaged: z.number().int(),
  }),
  summary: 'The columns of the file with values of the first rows, as the present reading sees them',
  tag: TAG,
});
export const listImportFields = endpoint({
  name: 'listImportFields',
  method: 'GET',
  path: '/api/imports/:id/fields',
  input: ById,
  output: z.object({
    fields: z.array(
      z.object({
        name: z.string(),
        label: LabelInAll,
        /** A row may be recognised by it: `matchBy`. */
        matchable: z.boolean(),
      }),
    ),
  }),
  summary: 'The fields that the columns of the file may fill',
  tag: TAG,
});
export const updateImport = endpoint({
  name: 'updateImport',
  method: 'PATCH',
  path: '/api/imports/:id',
  input: ById.extend({ reading: Reading.optional(), mapping: Mapping.optional(), options: ImportOptions.optional() }),
  output: Import,
  summary:
    'Changes how the file is read (the mapping is guessed anew), what fills which field, and what happens to those already there',
  tag: TAG,
});
export const checkImport = endpoint({
  name: 'checkImport',
  method: 'POST',
  path: '/api/imports/:id/check',
  input: ById,
  output: Import,
  summary: 'Goes through the whole file and says what would become of each row, without changing anyone',
  tag: TAG,
});
export const runImport = endpoint({
  name: 'runImport',
  method: 'POST',
  path: '/api/imports/:id/run',
  input: ById,
  output: Import,
  summary: 'Brings the rows in, after a check',
  tag: TAG,
});
export const cancelImport = endpoint({
  name: 'cancelImport',
  method: 'POST',
  path: '/api/imports/:id/cancel',
  input: ById,
  output: Import,
  summary: 'Stops a check or a run; rows brought in so far stay',
  tag: TAG,
});

export const ImportRow = z.object({
  id: z.string(),
  no: z.number().int(),
  line: z.number().int(),
  verdict: Verdict,
  /** An error code. */
  reason: z.string().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  firstLine: z.number().int().nullable(),
  partyId: z.string().nullable(),
});
export type ImportRow = z.output<typeof ImportRow>;

export const listImportRows = endpoint({
  name: 'listImportRows',
  method: 'GET',
  path: '/api/imports/:id/rows',
  input: ById.extend({
    after: z.string().max(20).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
    verdict: Verdict.optional(),
  }),
  output: pageOf(ImportRow),
  summary: 'What became of each row, in the order of the file',
  tag: TAG,
});

export const ImportProfile = z.object({
  id: ImportProfileId,
  name: z.string(),
  entity: z.enum(IMPORT_ENTITIES),
  columns: z.number().int(),
  usedAt: Moment,
});
export type ImportProfile = z.output<typeof ImportProfile>;

export const listImportProfiles = endpoint({
  name: 'listImportProfiles',
  method: 'GET',
  path: '/api/import-profiles',
  input: z.object({ entity: z.enum(IMPORT_ENTITIES).optional() }),
  output: z.object({ profiles: z.array(ImportProfile) }),
  summary: 'Mappings that were kept by name, the last used first',
  tag: TAG,
});
export const saveImportProfile = endpoint({
  name: 'saveImportProfile',
  method: 'POST',
  path: '/api/imports/:id/profile',
  input: ById.extend({ name: z.string().trim().min(1).max(80) }),
  output: Import,
  summary:
    'Keeps the mapping and the options of an import under a name, for the next file with these columns; one of the same name gives way',
  tag: TAG,
});
export const useImportProfile = endpoint({
  name: 'useImportProfile',
  method: 'PUT',
  path: '/api/imports/:id/profile',
  input: ById.extend({ profileId: ImportProfileId }),
  output: Import,
  summary: 'Takes the mapping and the options of a profile over; columns that it does not know are left out',
  tag: TAG,
});
export const deleteImportProfile = endpoint({
  name: 'deleteImportProfile',
  method: 'DELETE',
  path: '/api/import-profiles/:profileId',
  input: z.object({ profileId: ImportProfileId }),
  output: Ok,
  summary: 'Forgets a profile; imports that used it stay as they are',
  tag: TAG,
});
