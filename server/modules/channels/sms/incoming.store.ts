import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import type { Meaning } from './model/meaning.ts';
import type { Report } from './model/receipt.ts';

/** Keeps what a gateway told, before it is told that it was heard; the same told again is nothing new. */
export const keepReports = async (db: Db, accountId: string, reports: readonly Report[]): Promise<void> => {
  await sql`
    insert into sms_report (account_id, gateway_id, number, state, said, at)
    select ${accountId}::uuid, gateway_id, number, state, said, now()
    from unnest(${reports.map(({ gatewayId }) => gatewayId.slice(0, 200))}::text[], ${reports.map(({ number }) => number)}::text[],
      ${reports.map(({ state }) => state)}::text[], ${reports.map(({ said }) => said)}::text[]) as told (gateway_id, number, state, said)
    on conflict do nothing`.execute(db);
};

export interface NewIncoming {
  id: string;
  accountId: string;
  key: string;
  number: string;
  text: string;
}

export const keepIncoming = async (db: Db, { id, accountId, key, number, text }: NewIncoming): Promise<void> => {
  await sql`
    insert into sms_incoming (id, account_id, gateway_key, number, body)
    values (${id}, ${accountId}, ${key}, ${number}, ${text}) on conflict do nothing`.execute(db);
};

/** A report together with the line whose part it is about; null where that is not known (yet). */
export interface OpenReport {
  id: string;
  accountId: string;
  gatewayId: string;
  number: string | null;
  state: Report['state'];
  said: string;
  at: Date;
  line: { runId: string; no: number } | null;
}

const DAYS = 4;

/** Locks what is not settled; what stayed without its line for days is left alone. A name that was given twice is the first one's. */
export const takeOpenReports = async (tx: Tx, limit: number): Promise<OpenReport[]> => {
  const { rows } = await sql<Omit<OpenReport, 'line'> & { runId: string | null; no: number | null }>`
    select r.id, r.account_id, r.gateway_id, r.number, r.state, r.said, r.at, line.run_id, line.no
    from sms_report r left join lateral (
      select run_id, no from sms_name name where name.account_id = r.account_id and name.gateway_id = r.gateway_id order by run_id, no limit 1
    ) line on true
    where r.settled_at is null and r.received_at > now() - make_interval(days => ${DAYS})
    order by line.run_id is null, r.id limit ${limit} for update of r skip locked`.execute(tx);
  return rows.map(({ runId, no, ...report }) => ({
    ...report,
    line: runId === null || no === null ? null : { runId, no },
  }));
};

/**
 * A report about a message whose answer was lost: it is ours when exactly one message to that number is unknown. From then on the
 * gateway's name for it is known.
 */
export const adoptReport = async (
  tx: Tx,
  { accountId, gatewayId, number }: OpenReport,
): Promise<{ runId: string; no: number } | null> => {
  if (number === null) return null;
  const { rows } = await sql<{ runId: string; no: number }>`
    with candidate as (
      select run_id, no, state from sms_metered where account_id = ${accountId} and number = ${number} and state in ('unknown', 'handing')
        and at > now() - make_interval(days => ${DAYS})
    ), mine as (
      select run_id, no from candidate where (select count(*) from candidate) = 1 and state = 'unknown'
    ), adopted as (
      insert into sms_part (account_id, gateway_id, run_id, no, part_no)
      select ${accountId}::uuid, ${gatewayId}, run_id, no,
        (select count(*) + 1 from sms_name name where name.run_id = mine.run_id and name.no = mine.no)
      from mine on conflict do nothing returning run_id, no
    )
    update sms_message m set accepted_parts = least(m.parts, m.accepted_parts + 1) from adopted a
    where m.run_id = a.run_id and m.no = a.no returning m.run_id, m.no`.execute(tx);
  return rows[0] ?? null;
};

export const settleReports = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  await sql`update sms_report set settled_at = now() where id = any(${[...ids]}::bigint[])`.execute(tx);
};

export interface LineStanding {
  runId: string;
  no: number;
  test: boolean;
  /** Every part that there is a name for was delivered. */
  whole: boolean;
}

/** What all reports so far say of these lines together. */
export const standingOfLines = async (
  tx: Tx,
  lines: readonly { runId: string; no: number }[],
): Promise<LineStanding[]> => {
  const { rows } = await sql<LineStanding>`
    select m.run_id, m.no, m.test, not exists (
      select from sms_name name where name.run_id = m.run_id and name.no = m.no and not exists (
        select from sms_report r where r.account_id = name.account_id and r.gateway_id = name.gateway_id and r.state = 'delivered')
    ) as whole
    from unnest(${lines.map((l) => l.runId)}::bigint[], ${lines.map((l) => l.no)}::int[]) as told (run_id, no)
    join sms_message m on m.run_id = told.run_id and m.no = told.no
    group by m.run_id, m.no, m.test`.execute(tx);
  return rows;
};

export interface Incoming {
  id: string;
  accountId: string;
  number: string;
  body: string;
  receivedAt: Date;
  /** What was last sent to the number from the account. */
  line: { runId: string; no: number; test: boolean } | null;
  /** It was confirmed to the number not long ago that nothing more comes. */
  confirmed: boolean;
}

/** Locks what nobody has read yet. */
export const takeIncoming = async (tx: Tx, limit: number): Promise<Incoming[]> => {
  const { rows } = await sql<Omit<Incoming, 'line'> & { runId: string | null; no: number; test: boolean }>`
    select i.id, i.account_id, i.number, i.body, i.received_at, m.run_id, m.no, m.test,
      exists (select from sms_incoming e where e.number = i.number and e.confirmed_at > now() - interval '1 day') as confirmed
    from sms_incoming i
    left join lateral (
      select run_id, no, test from sms_metered where number = i.number and account_id = i.account_id and state in ('accepted', 'unknown', 'handing')
        and at > i.received_at - interval '60 days' order by at desc limit 1
    ) m on true
    where i.handled_at is null order by i.received_at, i.id limit ${limit} for update of i skip locked`.execute(tx);
  return rows.map(({ runId, no, test, ...incoming }) => ({
    ...incoming,
    line: runId === null ? null : { runId, no, test },
  }));
};

export const settleIncoming = async (
  tx: Tx,
  id: string,
  { meaning, line, confirms }: { meaning: Meaning; line: Incoming['line']; confirms: boolean },
): Promise<void> => {
  await sql`
    update sms_incoming set handled_at = now(), meaning = ${meaning}, run_id = ${line?.runId ?? null}, no = ${line?.no ?? null},
      confirmed_at = case when ${confirms} then now() end
    where id = ${id}`.execute(tx);
};
