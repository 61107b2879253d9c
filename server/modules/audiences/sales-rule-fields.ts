import { type RawBuilder, sql } from 'kysely';
import type { RuleField } from '../../../contract/rule-fields.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { Choices, RuleFieldFragment, RuleFieldSource } from './field-registry.ts';

type Label = RuleField['label'];
type Entity = 'invoice' | 'offer' | 'opportunity';
type Options = RuleField['options'];

const SHOWN = 1000;

const chosenFrom =
  (table: string, order: RawBuilder<unknown>, offered: RawBuilder<boolean> = sql`true`): Choices =>
  async (db, only) =>
    (
      await sql<{ value: string; label: string }>`
        select x.id::text as value, x.name as label from ${sql.table(table)} x
        where ${only === undefined ? offered : sql`x.id = any(${only}::uuid[])`} order by ${order} limit ${SHOWN}`.execute(
        db,
      )
    ).rows;

const byName = sql`x.name collate human, x.id`;
const products = chosenFrom('product', byName);
const groups = chosenFrom('product_group', byName);
const stages = chosenFrom('sales_stage', sql`x.position`);
const campaigns = chosenFrom(
  'campaign',
  sql`x.created_at desc`,
  sql`exists (select from action a join sales_plan p on p.action_id = a.id where a.campaign_id = x.id)`,
);

/** Those of deals are looked up one after the other in their index: there may be millions of deals. */
const findCurrencies = async (db: Db | Tx): Promise<string[]> => {
  const { rows } = await sql<{ currencies: string[] }>`
    with recursive used as (
      select min(currency) as currency from opportunity
      union all select (select min(o.currency) from opportunity o where o.currency > used.currency) from used where used.currency is not null
    )
    select array(select currency from used where currency is not null union select currency from installation
        union select currency from price_list union select currency from campaign order by 1) as currencies`.execute(
    db,
  );
  return rows[0]?.currencies ?? [];
};

const bare = (entity: Entity, name: string, type: RuleField['type'], label: Label, options: Options = []) => ({
  name: `${entity}.${name}`,
  entity,
  type,
  label,
  options,
  currency: null,
  archived: false,
});
const column = (
  entity: Entity,
  name: string,
  type: RuleField['type'],
  label: Label,
  { options, choices, of = name }: { options?: Options; choices?: Choices; of?: string } = {},
): RuleFieldFragment => ({
  ...bare(entity, name, type, label, options),
  ...(choices && { choices }),
  sql: (alias) => sql.ref(`${alias}.${of}`),
});
const momentOf = (entity: Entity, name: string, at: string, label: Label): RuleFieldFragment => ({
  ...bare(entity, name, 'date', label),
  sql: (alias) => sql`(${sql.ref(`${alias}.${at}`)} at time zone 'UTC')::date`,
  moment: (alias) => sql.ref(`${alias}.${at}`),
});

const inMoney =
  (entity: Entity, of: string, label: (currency: string) => Label, less: string | null = null) =>
  (currency: string) => ({
    ...bare(entity, `amount.${currency}`, 'money', label(currency)),
    currency,
    sql: (alias: string) => {
      const amount = sql.ref(`${alias}.${of}`);
      return sql`case when ${sql.ref(`${alias}.currency`)} = ${sql.lit(currency)} then ${less ? sql`${amount} - ${sql.ref(`${alias}.${less}`)}` : amount} end`;
    },
  });
const amount = (currency: string): Label => ({
  en: `Amount in ${currency} without VAT`,
  nb: `Beløp i ${currency} uten mva.`,
  pl: `Kwota netto w ${currency}`,
  fr: `Montant HT en ${currency}`,
});
const worth = (currency: string): Label => ({
  en: `Value in ${currency}`,
  nb: `Verdi i ${currency}`,
  pl: `Wartość w ${currency}`,
  fr: `Valeur en ${currency}`,
});

/** The lines of a document; a credit note of the whole has those of what it takes back. */
const linesOf = (entity: Entity, alias: string) => {
  const id = sql.ref(`${alias}.id`);
  const document =
    entity === 'invoice'
      ? sql`case when ${sql.ref(`${alias}.partial`)} then ${id} else coalesce(${sql.ref(`${alias}.credits`)}, ${id}) end`
      : id;
  return sql`sales_line line where line.document_id = ${document}`;
};

/** Which of its lines are meant, as EXISTS, so that of many documents the lines are gathered once. */
const sold = (entity: Entity, name: string, label: Label, choices: Choices, among: Among): RuleFieldFragment => ({
  ...bare(entity, name, 'id', label),
  choices,
  sql: () => sql`null::uuid`,
  condition: (alias, operator, value) => {
    const chosen = operator === 'any_of' || operator === 'none_of' ? among(value as string[]) : among(null);
    const found = sql<boolean>`exists (select from ${linesOf(entity, alias)} and ${chosen})`;
    return operator === 'any_of' || operator === 'is_filled' ? found : sql`not ${found}`;
  },
});
type Among = (ids: string[] | null) => RawBuilder<boolean>;

const amongProducts: Among = (ids) => (ids === null ? sql`true` : sql`line.product_id = any(${ids}::uuid[])`);
/** Of a group, or of one below it. */
const amongGroups: Among = (ids) => {
  const grouped = (which: RawBuilder<boolean>) =>
    sql<boolean>`line.product_id in (select p.id from product p where ${which})`;
  if (ids === null) return grouped(sql`p.group_id is not null`);
  return grouped(sql`p.group_id in (
    with recursive below as (
      select id from product_group where id = any(${ids}::uuid[])
      union select g.id from product_group g join below on g.parent_id = below.id
    ) select id from below)`);
};

const states = (all: Record<string, Label>): Options =>
  Object.entries(all).map(([value, labels]) => ({ value, label: labels.en, labels }));
const OPEN = { en: 'Open', nb: 'Åpen', pl: 'Otwarte', fr: 'Ouvert' };
const STATES = {
  invoice: states({ open: OPEN, paid: { en: 'Paid', nb: 'Betalt', pl: 'Zapłacona', fr: 'Payée' } }),
  offer: states({
    open: OPEN,
    accepted: { en: 'Accepted', nb: 'Godtatt', pl: 'Przyjęta', fr: 'Acceptée' },
    declined: { en: 'Declined', nb: 'Avslått', pl: 'Odrzucona', fr: 'Refusée' },
    withdrawn: { en: 'Withdrawn', nb: 'Trukket', pl: 'Wycofana', fr: 'Retirée' },
  }),
  opportunity: states({
    open: OPEN,
    won: { en: 'Won', nb: 'Vunnet', pl: 'Wygrana', fr: 'Gagnée' },
    lost: { en: 'Lost', nb: 'Tapt', pl: 'Przegrana', fr: 'Perdue' },
  }),
};

/** What every kind of document tells. */
const ofEach = (entity: Entity): RuleFieldFragment[] => [
  column(entity, 'state', 'one_of', { en: 'State', nb: 'Status', pl: 'Stan', fr: 'État' }, { options: STATES[entity] }),
  column(entity, 'title', 'text', { en: 'Title', nb: 'Tittel', pl: 'Tytuł', fr: 'Titre' }),
  sold(
    entity,
    'product',
    { en: 'Product sold', nb: 'Solgt produkt', pl: 'Sprzedany produkt', fr: 'Produit vendu' },
    products,
    amongProducts,
  ),
  sold(
    entity,
    'product_group',
    { en: 'Product group', nb: 'Produktgruppe', pl: 'Grupa produktów', fr: 'Groupe de produits' },
    groups,
    amongGroups,
  ),
  column(
    entity,
    'campaign',
    'id',
    { en: 'Campaign', nb: 'Kampanje', pl: 'Kampania', fr: 'Campagne' },
    { choices: campaigns, of: 'campaign_id' },
  ),
  column(
    entity,
    'owner',
    'user',
    { en: 'Owner', nb: 'Ansvarlig', pl: 'Właściciel', fr: 'Responsable' },
    { of: 'owner_id' },
  ),
];

const ISSUED = { en: 'Issued', nb: 'Utstedt', pl: 'Wystawiono', fr: 'Émis le' };
const ofInvoices = (currencies: readonly string[]): RuleFieldFragment[] => [
  // Less what credit notes took back.
  ...currencies.map(inMoney('invoice', 'net_minor', amount, 'credited_net_minor')),
  column('invoice', 'issued_on', 'date', ISSUED),
  column('invoice', 'due_on', 'date', { en: 'Due', nb: 'Forfall', pl: 'Termin płatności', fr: 'Échéance' }),
  column('invoice', 'paid_on', 'date', { en: 'Paid on', nb: 'Betalt den', pl: 'Zapłacono', fr: 'Payé le' }),
  ...ofEach('invoice'),
];
const ofOffers = (currencies: readonly string[]): RuleFieldFragment[] => [
  ...currencies.map(inMoney('offer', 'net_minor', amount)),
  column('offer', 'issued_on', 'date', ISSUED),
  column('offer', 'valid_until', 'date', {
    en: 'Valid until',
    nb: 'Gyldig til',
    pl: 'Ważna do',
    fr: 'Valable jusqu’au',
  }),
  momentOf('offer', 'answered_on', 'answered_at', { en: 'Answered', nb: 'Besvart', pl: 'Odpowiedź', fr: 'Réponse le' }),
  ...ofEach('offer'),
];
const ofOpportunities = (currencies: readonly string[]): RuleFieldFragment[] => [
  ...currencies.map(inMoney('opportunity', 'value_minor', worth)),
  column(
    'opportunity',
    'stage',
    'id',
    { en: 'Stage', nb: 'Fase', pl: 'Etap', fr: 'Étape' },
    { choices: stages, of: 'stage_id' },
  ),
  momentOf('opportunity', 'created_on', 'created_at', {
    en: 'Created',
    nb: 'Opprettet',
    pl: 'Utworzono',
    fr: 'Créé le',
  }),
  column('opportunity', 'closes_on', 'date', {
    en: 'Expected to close',
    nb: 'Forventet avsluttet',
    pl: 'Przewidywane zamknięcie',
    fr: 'Clôture prévue',
  }),
  column('opportunity', 'closed_on', 'date', { en: 'Closed', nb: 'Avsluttet', pl: 'Zamknięto', fr: 'Clos le' }),
  ...ofEach('opportunity'),
];

/** What may be asked of each invoice, offer and opportunity; amounts in each currency that is in use. */
export const salesRuleFields: RuleFieldSource = async (db) => {
  const currencies = await findCurrencies(db);
  return [...ofInvoices(currencies), ...ofOffers(currencies), ...ofOpportunities(currencies)];
};
