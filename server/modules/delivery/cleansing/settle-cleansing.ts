import { sql } from 'kysely';
import { type settleCleansing as endpoint, MOST_SETTLED } from '../../../../contract/cleansing.ts';
import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { DomainError, Invalid } from '../../../platform/errors.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { recordDeed } from '../../campaigns/index.ts';
import { assetChangeOf, type CleansedField, changeAsset, loadCleansedFields } from '../../crm/index.ts';
import { getCleansing, type StoredCleansing } from './cleansing.store.ts';
import { saidNow } from './list-cleansings.ts';

type Input = InputOf<typeof endpoint>;

interface OpenCell {
  assetId: string;
  field: string;
  was: string;
  value: string | number | boolean | string[] | null;
}

const keyOf = ({ assetId, field }: Pick<OpenCell, 'assetId' | 'field'>) => `${assetId} ${field}`;

/** The asset first, so that nobody changes it while it is compared. */
const openCells = async (tx: Tx, { id, cells, after }: Input): Promise<OpenCell[]> => {
  const chosen = cells === 'all' ? sql`true` : sql`c.asset_id || ' ' || c.field = any(${cells}::text[])`;
  const key = /^([0-9a-f-]{36}) (.+)$/.exec(after ?? '');
  if (after !== undefined && key === null) throw new Invalid('after', 'invalid', { reason: 'cursor' });
  const beyond = key ? sql`(c.asset_id, c.field) > (${key[1]}::uuid, ${key[2]})` : sql`true`;
  const { rows } = await sql<OpenCell>`
    select c.asset_id, c.field, c.was, c.value from cleansing_cell c join asset a on a.id = c.asset_id
    where c.cleansing_id = ${id} and c.state = 'open' and ${chosen} and ${beyond}
    order by c.asset_id, c.field limit ${MOST_SETTLED} for update of a`.execute(tx);
  return rows;
};

const mark = async (
  tx: Tx,
  { id }: StoredCleansing,
  cells: readonly (OpenCell & { reason?: string })[],
  state: 'applied' | 'refused' | 'impossible',
  by: { userId: string | null; at: Date },
): Promise<void> => {
  if (cells.length === 0) return;
  await sql`
    update cleansing_cell c set state = ${state}, reason = d.reason, decided_by = ${by.userId}, decided_at = ${by.at}
    from unnest(${cells.map((c) => c.assetId)}::uuid[], ${cells.map((c) => c.field)}::text[], ${cells.map((c) => c.reason ?? null)}::text[])
      as d (asset_id, field, reason)
    where c.cleansing_id = ${id} and c.asset_id = d.asset_id and c.field = d.field`.execute(tx);
};

/** The field of an asset that a problem is about, as the cells name it. */
const isAbout = (problem: string | null, field: CleansedField): boolean => {
  const key = field.name.split('.').at(-1) ?? '';
  const property = field.custom ? `custom.${key}` : key.replace(/_on$/, 'On');
  return problem === property;
};

interface Written {
  applied: OpenCell[];
  impossible: (OpenCell & { reason: string })[];
}

/** All cells of one asset at once; those it refuses are set apart, and the others are tried again. */
const writeAsset = async (
  tx: Tx,
  cells: readonly OpenCell[],
  fields: ReadonlyMap<string, CleansedField>,
  now: Date,
): Promise<Written> => {
  const impossible: Written['impossible'] = cells
    .filter(({ field }) => !fields.has(field))
    .map((cell) => ({ ...cell, reason: 'not_found' }));
  let open = cells.filter(({ field }) => fields.has(field));
  while (open.length > 0) {
    try {
      const change = assetChangeOf(open.map(({ field, value }) => ({ field: fields.get(field)!, value })));
      await changeAsset(tx, open[0]!.assetId, change, now);
      return { applied: open, impossible };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const problemOf = ({ field }: OpenCell) =>
        error.problems.find((problem) => isAbout(problem.field, fields.get(field)!));
      const named = open.filter(problemOf);
      // A problem that names none of them (the name follows the identifier) is one of all.
      const wrong = named.length > 0 ? named : open;
      const [first] = error.problems;
      impossible.push(...wrong.map((cell) => ({ ...cell, reason: (problemOf(cell) ?? first)?.code ?? 'invalid' })));
      open = open.filter((cell) => !wrong.includes(cell));
    }
  }
  return { applied: [], impossible };
};

const writeAll = async (
  tx: Tx,
  cells: readonly OpenCell[],
  fields: ReadonlyMap<string, CleansedField>,
  now: Date,
): Promise<Written> => {
  const all: Written = { applied: [], impossible: [] };
  for (const assetId of new Set(cells.map((cell) => cell.assetId))) {
    const own = cells.filter((cell) => cell.assetId === assetId);
    const { applied, impossible } = await writeAsset(tx, own, fields, now);
    all.applied.push(...applied);
    all.impossible.push(...impossible);
  }
  return all;
};

interface Needs {
  db: Db;
  clock: Clock;
}

const settle = async (tx: Tx, { clock }: Needs, actor: Actor, input: Input) => {
  const cleansing = await getCleansing(tx, input.id);
  const by = { userId: actor.userId, at: clock.now() };
  const told = (verb: 'cleansing_applied' | 'cleansing_refused', cells: number) =>
    cells > 0 ? recordDeed(tx, actor, cleansing.campaignId, verb, by.at, { cells }) : undefined;
  const open = await openCells(tx, input);
  const next = open.length < MOST_SETTLED ? null : keyOf(open.at(-1)!);
  if (input.verdict === 'refuse') {
    await mark(tx, cleansing, open, 'refused', by);
    await told('cleansing_refused', open.length);
    return { settled: open.length, changed: 0, impossible: 0, next };
  }
  const fields = await loadCleansedFields(tx);
  const now = await saidNow(tx, open, fields, cleansing.language);
  const asTakenOut = open.filter((cell) => input.evenIfChanged || now.get(keyOf(cell)) === cell.was);
  const { applied, impossible } = await writeAll(tx, asTakenOut, fields, by.at);
  await mark(tx, cleansing, applied, 'applied', by);
  await mark(tx, cleansing, impossible, 'impossible', by);
  await told('cleansing_applied', applied.length);
  return { settled: applied.length, changed: open.length - asTakenOut.length, impossible: impossible.length, next };
};

/** What a person decided about cells that came back: nothing is written of a record that changed since, unless it was said to be. */
export const settleCleansing = async (needs: Needs, actor: Actor, input: Input): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'crm.edit');
  return needs.db.transaction().execute((tx) => settle(tx, needs, actor, input));
};
