import { type RawBuilder, sql } from 'kysely';
import type { RunId } from '../../../contract/ids.ts';
import type { Language } from '../../../contract/messages/index.ts';
import { compiled, given } from '../../platform/database/compiled.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { mayTrack } from '../consent/index.ts';
import type { Lease } from './chunk.store.ts';
import { NOT_ITS_FAULT } from './model/retry.ts';

/** A planned line that is due, with where its story stands. */
export interface DueLine {
  no: number;
  partyKind: 'company' | 'contact' | 'lead';
  partyId: string;
  role: 'own' | 'office';
  companyId: string | null;
  /** The assets it is about, as the text of an array. */
  about: string | null;
  address: string;
  addressKey: string;
  language: Language | null;
  /** Where the chain of retries began: the Message-ID is made from it. */
  chainRun: RunId;
  chainNo: number;
  /** Of its last outcome; 0: none yet. */
  seq: number;
  before: 'deferred' | null;
  attempts: number;
  /** The account of the last attempt. */
  tried: string | null;
  /** How often it was deferred for its own sake, not for its server's. */
  tries: number;
  /** The run's time is over: nothing is tried any more. */
  expired: boolean;
  /** Opens and clicks may be noticed. */
  tracked: boolean;
}

/** The assets of a line of this alias, as text: those it lists, or the one it is about. */
export const aboutOf = (alias: 'r' | 'line'): RawBuilder<string | null> => {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  return sql`coalesce(${of('asset_ids')}, case when ${of('asset_id')} is not null then array[${of('asset_id')}] end)::text`;
};

const LINE = [
  'no',
  'party_kind',
  'party_id',
  'role',
  'company_id',
  'about',
  'address',
  'address_key',
  'language',
  'chain_run',
  'chain_no',
  'tracked',
];
const STORY = ['seq', 'before', 'attempts', 'tried', 'tries'];
type Story = 'seq' | 'before' | 'attempts' | 'tried' | 'tries';

/** What nearly always is as it is elsewhere in the line is null then. */
type Rare = 'address' | 'chainRun' | 'chainNo';

/** Due lines by their columns, an array of each: a row for each line costs both sides more than what stands in it. Nothing of the story: none has begun. */
type Columns = { [Name in Exclude<keyof DueLine, Rare | Story | 'expired'>]: DueLine[Name][] } & {
  [Name in Rare]: (DueLine[Name] | null)[];
} & {
  [Name in Story]?: DueLine[Name][];
} & { expired: boolean };

/** How the story of each line is found. */
interface Standing {
  names: readonly string[];
  columns: RawBuilder<unknown>;
  joins: RawBuilder<unknown>;
  isDue: RawBuilder<unknown>;
}

/** How often a line of this alias was deferred for its own sake. */
const triesOf = (alias: 'r' | 't'): RawBuilder<number> => {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  return sql`(
      select count(*)::int from outcome d where d.run_id = ${of('run_id')} and d.no = ${of('no')} and d.reason <> all(${[...NOT_ITS_FAULT]}::text[])
    )`;
};

/** A line with an intent nobody has settled is left alone: it may have been accepted. */
const LOOKED_UP: Standing = {
  names: STORY,
  columns: sql`, coalesce(o.seq, 0) as seq, o.state as before, coalesce(a.attempt_no, 0) as attempts, a.sending_account_id as tried,
    case when o.state is null then 0 else ${triesOf('r')} end as tries`,
  joins: sql`
    left join lateral (
      select seq, state, next_at, attempt_no from outcome where run_id = r.run_id and no = r.no order by seq desc limit 1
    ) o on true
    left join lateral (
      select attempt_no, released_at, sending_account_id from attempt where run_id = r.run_id and no = r.no order by attempt_no desc limit 1
    ) a on true`,
  isDue: sql`(o.state is null or (o.state = 'deferred' and o.next_at <= now()))
    and (a.attempt_no is null or a.released_at is not null or a.attempt_no is not distinct from o.attempt_no)`,
};

/** Of a chunk that was never leased before nothing is told yet. */
const UNTOLD: Standing = { names: [], columns: sql``, joins: sql``, isDue: sql`true` };

const arrayOf = (name: string) => sql`coalesce(json_agg(${sql.ref(name)}), '[]') as ${sql.ref(name)}`;

const dueLines = ({ names, columns, joins, isDue }: Standing) =>
  compiled(sql<Columns>`
    select ${sql.join([...LINE, ...names].map(arrayOf))},
      (select coalesce(expires_at <= now(), false) from run where id = ${given('runId')}::bigint) as expired
    from (
      select r.no, r.party_kind, r.party_id, r.role, r.company_id, ${aboutOf('r')} as about,
        nullif(r.address, r.address_key) as address, r.address_key, r.language, r.origin_run::text as chain_run, r.origin_no as chain_no,
        ${mayTrack(sql`r.party_kind`, sql`r.party_id`)} as tracked ${columns}
      from recipient r
      ${joins}
      where r.run_id = ${given('runId')}::bigint and r.no between ${given('firstNo')}::int and ${given('lastNo')}::int and r.verdict = 'planned' and ${isDue}
      order by r.no
    ) line`);

const lookUp = dueLines(LOOKED_UP);
const readUntold = dueLines(UNTOLD);

const linesOf = (runId: RunId, columns: Columns): DueLine[] =>
  columns.no.map((no, i) => ({
    no,
    partyKind: columns.partyKind[i]!,
    partyId: columns.partyId[i]!,
    role: columns.role[i]!,
    companyId: columns.companyId[i]!,
    about: columns.about[i]!,
    address: columns.address[i] ?? columns.addressKey[i]!,
    addressKey: columns.addressKey[i]!,
    language: columns.language[i]!,
    chainRun: columns.chainRun[i] ?? runId,
    chainNo: columns.chainNo[i] ?? no,
    seq: columns.seq?.[i] ?? 0,
    before: columns.before?.[i] ?? null,
    attempts: columns.attempts?.[i] ?? 0,
    tried: columns.tried?.[i] ?? null,
    tries: columns.tries?.[i] ?? 0,
    expired: columns.expired,
    tracked: columns.tracked[i]!,
  }));

/** The lines of a lease that may be tried now. */
export const loadDueLines = async (db: Db, { runId, firstNo, lastNo, untold }: Lease): Promise<DueLine[]> => {
  const [columns] = await (untold ? readUntold : lookUp)(db, { runId, firstNo, lastNo });
  return columns ? linesOf(runId, columns) : [];
};

/** Intents that were never handed over: the lines are as if never tried. */
export const releaseAttempts = async (
  db: Db | Tx,
  runId: RunId | string,
  attempts: readonly { no: number; attemptNo: number }[],
): Promise<void> => {
  if (attempts.length === 0) return;
  await sql`
    update attempt t set released_at = now()
    from unnest(${attempts.map((a) => a.no)}::int[], ${attempts.map((a) => a.attemptNo)}::int[]) as a (no, attempt_no)
    where t.run_id = ${runId} and t.no = a.no and t.attempt_no = a.attempt_no`.execute(db);
};

export interface UnsettledIntent {
  runId: RunId;
  no: number;
  attemptNo: number;
  addressKey: string;
  /** How often it was deferred before for its own sake, not for its server's. */
  tries: number;
}

/** Nobody knows any more what a worker did that has not been heard of for so long. */
const LOST = sql`interval '10 minutes'`;

/** Intents without an outcome: of one worker, or (`null`) of any that is lost, whose lease ended as long ago. A living worker settles its own. */
export const findUnsettled = async (db: Db, workerId: string | null): Promise<UnsettledIntent[]> => {
  const whose =
    workerId === null
      ? sql`(c.lease_until is null or c.lease_until < now() - ${LOST}) and t.at < now() - interval '11 minutes'
          and not exists (select from worker w where w.id = t.worker_id and w.stopped_at is null and w.heartbeat_at > now() - ${LOST})`
      : sql`t.worker_id = ${workerId}`;
  const { rows } = await sql<UnsettledIntent>`
    select t.run_id, t.no, t.attempt_no,
      (select address_key from recipient line where line.run_id = t.run_id and line.no = t.no) as address_key,
      ${triesOf('t')} as tries
    from run r
    join chunk c on c.run_id = r.id and c.open > 0
    join attempt t on t.run_id = c.run_id and t.no between c.first_no and c.last_no and t.released_at is null
    where r.state in ('sending', 'paused', 'stopped') and ${whose}
      and not exists (select from outcome o where o.run_id = t.run_id and o.no = t.no and o.attempt_no = t.attempt_no)
    order by t.run_id, t.no`.execute(db);
  return rows;
};
