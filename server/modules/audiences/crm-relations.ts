import { type RawBuilder, sql } from 'kysely';
import type { RelationFragment } from './field-registry.ts';

const column = (name: string) => (alias: string) => sql.ref(`${alias}.${name}`);
const table =
  (name: string) =>
  (alias: string): RawBuilder<unknown> =>
    sql`${sql.table(name)} as ${sql.ref(alias)}`;

/** What people and firms own, and who belongs to whom. */
export const crmRelations: readonly RelationFragment[] = [
  {
    name: 'contact.assets',
    from: 'contact',
    to: 'asset',
    label: { en: 'assets', nb: 'eiendeler', pl: 'obiekty', fr: 'biens' },
    rows: table('asset'),
    key: column('contact_id'),
    of: column('id'),
  },
  {
    name: 'contact.company_assets',
    from: 'contact',
    to: 'asset',
    label: {
      en: 'assets of the company',
      nb: 'av firmaets eiendeler',
      pl: 'obiekty firmy',
      fr: 'biens de l’entreprise',
    },
    rows: table('asset'),
    key: column('company_id'),
    of: column('company_id'),
  },
  {
    name: 'company.assets',
    from: 'company',
    to: 'asset',
    label: { en: 'company assets', nb: 'firmaeiendeler', pl: 'obiekty firmy', fr: 'biens d’entreprise' },
    rows: table('asset'),
    key: column('company_id'),
    of: column('id'),
  },
  {
    name: 'company.contacts',
    from: 'company',
    to: 'contact',
    label: {
      en: 'contacts at the company',
      nb: 'kontakter i firmaet',
      pl: 'kontakty w firmie',
      fr: 'contacts dans l’entreprise',
    },
    rows: table('contact'),
    key: column('company_id'),
    of: column('id'),
  },
  {
    name: 'contact.companies',
    from: 'contact',
    to: 'company',
    label: { en: 'companies', nb: 'firmaer', pl: 'firmy', fr: 'entreprises' },
    rows: table('company'),
    key: column('id'),
    of: column('company_id'),
  },
  {
    name: 'asset.contacts',
    from: 'asset',
    to: 'contact',
    label: {
      en: 'owners who are people',
      nb: 'eiere som er personer',
      pl: 'właściciele będący osobami',
      fr: 'propriétaires particuliers',
    },
    rows: table('contact'),
    key: column('id'),
    of: column('contact_id'),
  },
];
