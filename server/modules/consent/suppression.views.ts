import { sql } from 'kysely';
import type * as api from '../../../contract/consent.ts';
import type { Suppression } from '../../../contract/consent.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import { keyset } from '../../platform/database/keyset.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise, userName } from '../access/index.ts';
import type { PartyKeys } from './party-keys.ts';

type Shown = Omit<Suppression, 'at' | 'liftedAt'> & { at: Date; liftedAt: Date | null };

const COLUMNS = sql`s.id, s.kind, s.value, s.channel, s.purpose_class, s.reason, s.note, s.at, s.lifted_at,
  ${userName(sql`s.recorded_by`)} as recorded_by, ${userName(sql`s.lifted_by`)} as lifted_by`;

const containing = (text: string) => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

export type SuppressionsAsked = Pick<InputOf<typeof api.listSuppressions>, 'kind' | 'reason' | 'lifted' | 'search'>;

const suppressionsWhere = ({ kind, reason, lifted = false, search }: SuppressionsAsked) =>
  sql`(${lifted} or s.lifted_at is null) and (${kind ?? null}::text is null or s.kind = ${kind ?? null})
    and (${reason ?? null}::text is null or s.reason = ${reason ?? null})
    and (${search ?? null}::text is null or s.value like ${containing(search ?? '')} or lower(s.note) like ${containing(search ?? '')})`;

export const listSuppressions = async (
  { db }: { db: Db },
  actor: Actor,
  input: InputOf<typeof api.listSuppressions>,
) => {
  authorise(actor, 'consent.see');
  const filters = suppressionsWhere(input);
  const keys = { at: { by: sql`s.at`, type: 'timestamptz' }, value: { by: sql`s.value`, type: 'text' } } as const;
  const page = keyset(input, keys, { sort: 'at', direction: 'desc', id: sql`s.id` });
  const { rows } = await sql<Shown & { pageKey: string }>`
    select ${COLUMNS}, ${page.key} as page_key from suppression s where ${filters} and ${page.where} ${page.order} limit ${page.limit}`.execute(
    db,
  );
  const { rows: totals } = await sql<{ total: number }>`
    select count(*)::int as total from suppression s where ${filters}`.execute(db);
  return page.page(rows, totals[0]?.total ?? 0);
};

/** What is in force against any address of the party, its domain included. */
export const suppressionsOf = async (db: Db, { email, phone }: PartyKeys): Promise<Shown[]> => {
  const { rows } = await sql<Shown>`
    select ${COLUMNS} from suppression s where s.lifted_at is null and s.value <> ''
      and s.value in (${email}, ${email.slice(email.lastIndexOf('@') + 1)}, ${phone})
    order by s.at desc`.execute(db);
  return rows;
};

const EXPORT_BATCH = 5000;

/** All that the filters leave, in batches. */
export async function* eachSuppression(db: Db, asked: SuppressionsAsked): AsyncGenerator<Shown[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<Shown>`
      select ${COLUMNS} from suppression s where ${suppressionsWhere(asked)} and s.id > ${after}::uuid order by s.id limit ${EXPORT_BATCH}`.execute(
      db,
    );
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.id ?? after;
  }
}
