import { type RawBuilder, sql } from 'kysely';
import type { RuleField } from '../../../contract/rule-fields.ts';
import type { RelationFragment } from './field-registry.ts';

type Label = RuleField['label'];
type Whose = 'contact' | 'company' | 'lead';

interface Kind {
  name: string;
  to: 'invoice' | 'offer' | 'opportunity';
  label: Label;
  ofFirm: Label;
  /** Besides that proofs count nowhere. */
  only?: (alias: string) => RawBuilder<boolean>;
}

/** What was credited was not invoiced in the end; a credit note is counted as one. */
const KINDS: readonly Kind[] = [
  {
    name: 'invoices',
    to: 'invoice',
    label: { en: 'invoices', nb: 'fakturaer', pl: 'faktury', fr: 'factures' },
    ofFirm: {
      en: 'invoices to the company',
      nb: 'fakturaer til firmaet',
      pl: 'faktury dla firmy',
      fr: 'factures à l’entreprise',
    },
    only: (alias) => sql`${sql.ref(`${alias}.kind`)} = 'invoice' and ${sql.ref(`${alias}.state`)} <> 'credited'`,
  },
  {
    name: 'credit_notes',
    to: 'invoice',
    label: { en: 'credit notes', nb: 'kreditnotaer', pl: 'faktury korygujące', fr: 'avoirs' },
    ofFirm: {
      en: 'credit notes to the company',
      nb: 'kreditnotaer til firmaet',
      pl: 'faktury korygujące dla firmy',
      fr: 'avoirs à l’entreprise',
    },
    only: (alias) => sql`${sql.ref(`${alias}.kind`)} = 'credit_note'`,
  },
  {
    name: 'offers',
    to: 'offer',
    label: { en: 'offers', nb: 'tilbud', pl: 'oferty', fr: 'offres' },
    ofFirm: {
      en: 'offers to the company',
      nb: 'tilbud til firmaet',
      pl: 'oferty dla firmy',
      fr: 'offres à l’entreprise',
    },
  },
  {
    name: 'opportunities',
    to: 'opportunity',
    label: { en: 'opportunities', nb: 'salgsmuligheter', pl: 'szanse sprzedaży', fr: 'opportunités' },
    ofFirm: {
      en: 'opportunities with the company',
      nb: 'salgsmuligheter hos firmaet',
      pl: 'szanse sprzedaży w firmie',
      fr: 'opportunités avec l’entreprise',
    },
  },
];

/** A firm's are also those with its people; a person's are his own. */
const relationOf = (from: Whose, { name, to, label, ofFirm, only }: Kind): RelationFragment => ({
  name: `${from}.${name}`,
  from,
  to,
  label: from === 'company' ? ofFirm : label,
  rows: (alias) => sql`${sql.table(to)} as ${sql.ref(alias)}`,
  key: (alias) => sql.ref(from === 'company' ? `${alias}.company_id` : `${alias}.party_id`),
  of: (alias) => sql.ref(`${alias}.id`),
  only: (alias) => {
    const conditions = [sql`not ${sql.ref(`${alias}.test`)}`];
    if (from !== 'company') conditions.push(sql`${sql.ref(`${alias}.party_kind`)} = ${sql.lit(from)}`);
    if (only) conditions.push(only(alias));
    return sql`${sql.join(conditions, sql` and `)}`;
  },
});

/** What was billed, offered and hoped for. */
export const salesRelations: readonly RelationFragment[] = (['contact', 'company', 'lead'] as const).flatMap((from) =>
  KINDS.map((kind) => relationOf(from, kind)),
);
