import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { personName } from './party-name.ts';

/** What somebody may see of himself: what we call him, how we reach him, and what he owns. */
export interface OwnData {
  name: string;
  company: string | null;
  email: string | null;
  phone: string | null;
  street: string | null;
  postalCode: string | null;
  city: string | null;
  country: string | null;
  assets: {
    type: string;
    name: string;
    identifierLabel: string;
    identifier: string | null;
    acquiredOn: string | null;
  }[];
}

/** Still his, newest first. */
const assetsOf = (owner: 'contact_id' | 'company_id') => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('type', t.name, 'name', a.name, 'identifierLabel', t.identifier_label,
      'identifier', a.identifier, 'acquiredOn', a.acquired_on) order by a.acquired_on desc nulls last, a.name), '[]')
    from asset a join asset_type t on t.id = a.type_id where a.${sql.ref(owner)} = p.id and a.disposed_on is null)`;

const ADDRESS = sql`p.email, p.phone, p.street, p.postal_code, p.city, p.country`;

const OWN_DATA = {
  contact: sql`select ${personName('p')} as name, f.name as company, ${ADDRESS}, ${assetsOf('contact_id')} as assets
    from contact p left join company f on f.id = p.company_id`,
  company: sql`select p.name, null as company, ${ADDRESS}, ${assetsOf('company_id')} as assets from company p`,
  lead: sql`select ${personName('p')} as name, p.company_name as company, ${ADDRESS}, '[]'::jsonb as assets from lead p`,
} as const;

/** null when there is nobody any more. */
export const findOwnData = async (
  db: Db,
  party: { kind: 'contact' | 'company' | 'lead'; id: string },
): Promise<OwnData | null> => {
  const { rows } = await sql<OwnData>`${OWN_DATA[party.kind]} where p.id = ${party.id}`.execute(db);
  return rows[0] ?? null;
};

/** What each of many owns, in their order. */
export const findAssetsOf = async (
  db: Db | Tx,
  parties: readonly { kind: 'contact' | 'company' | 'lead'; id: string }[],
): Promise<OwnData['assets'][]> => {
  const { rows } = await sql<{ assets: OwnData['assets'] }>`
    select case p.kind when 'contact' then ${assetsOf('contact_id')} when 'company' then ${assetsOf('company_id')} else '[]'::jsonb end as assets
    from unnest(${parties.map(({ kind }) => kind)}::text[], ${parties.map(({ id }) => id)}::uuid[]) with ordinality as p (kind, id, place)
    order by p.place`.execute(db);
  return rows.map(({ assets }) => assets);
};
