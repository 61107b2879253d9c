import { type RawBuilder, sql } from 'kysely';
import type { InputOf } from '../../../contract/endpoint.ts';
import type * as api from '../../../contract/offers.ts';
import type { Page } from '../../../contract/paging.ts';
import { keyset, type SortKey } from '../../platform/database/keyset.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { partyName } from '../crm/index.ts';
import { linesOf } from './sales-line.store.ts';

type Moments = 'answeredAt' | 'createdAt';
type ShownOfferRow = Omit<api.OfferRow, Moments> & { answeredAt: Date | null };
export type ShownOffer = Omit<api.Offer, Moments | 'pageUrl'> & { answeredAt: Date | null; createdAt: Date };

const NAME = partyName('o');

/** Open until the end of its last day. */
const stateOn = (day: string) =>
  sql<string>`case when o.state = 'open' and o.valid_until < ${day}::date then 'expired' else o.state end`;

const columns = (
  day: string,
) => sql`o.id, o.number, o.title, ${stateOn(day)} as state, o.currency, o.net_minor::float8 as net_minor,
  o.gross_minor::float8 as gross_minor, o.issued_on, o.valid_until, o.answered_at,
  jsonb_build_object('kind', o.party_kind, 'id', o.party_id, 'name', ${NAME}) as party, jsonb_build_object('id', u.id, 'name', u.name) as owner,
  (select jsonb_build_object('id', c.id, 'name', c.name) from campaign c where c.id = o.campaign_id) as campaign`;

const TABLES = sql`offer o join app_user u on u.id = o.owner_id`;

const SORTS: Record<string, SortKey> = {
  issuedOn: { by: sql`o.created_at`, type: 'timestamptz' },
  number: { by: sql`coalesce(o.number, '') collate human`, type: 'text' },
  title: { by: sql`(o.title collate human)`, type: 'text' },
  value: { by: sql`o.net_minor`, type: 'bigint' },
  validUntil: { by: sql`o.valid_until`, type: 'date' },
};

const FIELDS = {
  ownerId: 'owner_id',
  campaignId: 'campaign_id',
  actionId: 'action_id',
  companyId: 'company_id',
  partyKind: 'party_kind',
  partyId: 'party_id',
} as const satisfies Record<Exclude<keyof api.OfferFilters, 'state'>, string>;

const offersWhere = (
  { state, search, ...filters }: api.OfferFilters & { search?: string | undefined },
  day: string,
): RawBuilder<boolean> => {
  const given = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).filter((name) => filters[name] !== undefined);
  return sql<boolean>`${sql.join(
    [
      sql`not o.test`,
      ...given.map((name) => sql`${sql.ref(`o.${FIELDS[name]}`)} = ${filters[name]}`),
      ...(state ? [sql`${stateOn(day)} = ${state}`] : []),
      ...(search ? [sql`strpos(lower(concat_ws(' ', o.number, o.title, ${NAME})), lower(${search})) > 0`] : []),
    ],
    sql` and `,
  )}`;
};

export const pageOfOffers = async (
  db: Db,
  input: InputOf<typeof api.listOffers>,
  day: string,
): Promise<Page<ShownOfferRow>> => {
  const pages = keyset(input, SORTS, { sort: 'issuedOn', direction: 'desc', id: sql`o.id` });
  const where = offersWhere(input, day);
  const [{ rows }, { rows: counted }] = await Promise.all([
    sql<ShownOfferRow & { pageKey: string }>`
      select ${columns(day)}, ${pages.key} as page_key from ${TABLES} where ${where} and ${pages.where} ${pages.order} limit ${pages.limit}`.execute(
      db,
    ),
    sql<{ total: number }>`select count(*)::int as total from ${TABLES} where ${where}`.execute(db),
  ]);
  return pages.page(rows, counted[0]?.total ?? 0);
};

/** Throws NotFound. */
export const showOffer = async (db: Db, id: string, day: string): Promise<ShownOffer> => {
  const { rows } = await sql<Omit<ShownOffer, 'lines'>>`
    select ${columns(day)}, o.buyer, o.language, o.vat_treatment, o.vat, o.vat_minor::float8 as vat_minor, o.terms, o.answered_by, o.answer_note,
      o.created_at, (select jsonb_build_object('id', k.id, 'name', k.name) from company k where k.id = o.company_id) as company
    from ${TABLES} where o.id = ${id}`.execute(db);
  if (rows[0] === undefined) throw new NotFound('offer');
  return { ...rows[0], lines: await linesOf(db, id) };
};

/** The latest offer a campaign made to somebody; null when there is none. */
export const offerFor = async (
  db: Db,
  { campaignId, partyKind, partyId, test }: { campaignId: string; partyKind: string; partyId: string; test: boolean },
): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    select id from offer where campaign_id = ${campaignId} and party_kind = ${partyKind} and party_id = ${partyId} and (${test} or not test)
    order by created_at desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
};
