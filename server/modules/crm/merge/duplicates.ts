import { type RawBuilder, sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type * as api from '../../../../contract/merges.ts';
import { SAME_OF } from '../../../../contract/merges.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { Invalid } from '../../../platform/errors.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { RECORD } from './merge.views.ts';

type Kind = keyof typeof SAME_OF;
type Same = (typeof api.SAME)[number];
type Groups = OutputOf<typeof api.listDuplicates>['groups'];

const EMAIL = [sql`p.email_key`];
const PHONE = [sql`p.phone_key`];
const PERSON = [sql`lower(p.last_name)`, sql`lower(p.first_name)`];

/** What a group has in common, as the indexes have it. */
const PARTS: Record<Kind, Partial<Record<Same, RawBuilder<unknown>[]>>> = {
  contact: {
    email: EMAIL,
    phone: PHONE,
    name: [...PERSON, sql`lower(p.city)`],
    birthday: [...PERSON, sql`to_char(p.birthday, 'YYYY-MM-DD')`],
  },
  company: { number: [sql`p.organisation_number`], email: EMAIL, phone: PHONE, name: [sql`lower(p.name)`] },
  lead: { email: EMAIL, phone: PHONE, name: PERSON },
};

const partsOf = (kind: Kind, same: Same): RawBuilder<unknown>[] => {
  const parts = PARTS[kind][same];
  if (parts === undefined) throw new Invalid('same', 'invalid_choice', { choices: SAME_OF[kind].join(', ') });
  return parts;
};

const readKey = (text: string, parts: number): string[] => {
  try {
    const key = JSON.parse(text) as unknown;
    if (Array.isArray(key) && key.length === parts && key.every((part) => typeof part === 'string')) return key;
  } catch {
    // Answered below like any other key that is not ours.
  }
  throw new Invalid('after', 'invalid', { reason: 'cursor' });
};

/** Dismissed groups are known by their key; a name with a city and one with a birthday have keys of their own. */
const stored = (same: Same) => (same === 'birthday' ? 'name' : same);
const AT_MOST = 10;

/** Groups in the order of their keys, straight from an index: a page costs the same among a million. */
export const listDuplicates = async (
  { db }: { db: Db },
  actor: Actor,
  { kind, same, after, limit }: InputOf<typeof api.listDuplicates>,
): Promise<{ groups: Groups; next: string | null }> => {
  authorise(actor, 'crm.see');
  const parts = partsOf(kind, same);
  const tuple = sql.join(parts);
  const beyond = after === undefined ? sql`true` : sql`(${tuple}) > (${sql.join(readKey(after, parts.length))})`;
  const key = sql`jsonb_build_array(${tuple})::text`;
  const filled = sql.join(
    parts.map((part) => sql`${part} > ''`),
    sql` and `,
  );
  const first =
    same === 'name' || same === 'birthday'
      ? sql`and ${kind === 'company' ? sql`true` : sql`p.last_name <> ''`}`
      : sql``;
  const { rows } = await sql<Groups[number]>`
    with found as (
      select ${key} as key, count(*)::int as count, array_agg(p.id) as ids from ${sql.table(kind)} p where ${filled} ${first} and ${beyond}
      group by ${tuple} having count(*) > 1
        and ${key} <> all(array(select d.key from not_duplicate d where d.party_kind = ${kind} and d.same = ${stored(same)}))
      order by ${tuple} limit ${limit + 1}
    )
    select f.key, f.count, (
      select json_agg(json_build_object(${RECORD(kind)}) order by p.created_at, p.id) from ${sql.table(kind)} p where p.id = any(f.ids[1:${sql.lit(AT_MOST)}])
    ) as records from found f`.execute(db);
  const groups = rows.slice(0, limit);
  return { groups, next: rows.length > limit ? (groups.at(-1)?.key ?? null) : null };
};

export const dismissDuplicates = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  { kind, same, key, dismissed }: InputOf<typeof api.dismissDuplicates>,
): Promise<{ ok: true }> => {
  authorise(actor, 'crm.edit');
  partsOf(kind, same);
  if (dismissed)
    await sql`insert into not_duplicate (party_kind, same, key, decided_by, decided_at)
      values (${kind}, ${stored(same)}, ${key}, ${actor.userId}, ${clock.now()}) on conflict do nothing`.execute(db);
  else
    await sql`delete from not_duplicate where party_kind = ${kind} and same = ${stored(same)} and key = ${key}`.execute(
      db,
    );
  return { ok: true };
};
