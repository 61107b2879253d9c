import { sql } from 'kysely';
import type { RuleField } from '../../../contract/rule-fields.ts';
import type { RelationFragment, RuleFieldFragment, RuleFieldSource } from './field-registry.ts';

type Label = RuleField['label'];

const kept = (from: 'contact' | 'company' | 'lead'): RelationFragment => ({
  name: `${from}.interactions`,
  from,
  to: 'interaction',
  label: { en: 'interactions', nb: 'hendelser', pl: 'działania', fr: 'éléments de dossier' },
  rows: (alias) => sql`interaction as ${sql.ref(alias)}`,
  key: (alias) => sql.ref(`${alias}.party_id`),
  of: (alias) => sql.ref(`${alias}.id`),
  only: (alias) => sql`${sql.ref(`${alias}.party_kind`)} = ${sql.lit(from)} and not ${sql.ref(`${alias}.proof`)}`,
});

/** The items of somebody's dossier that ask for work or were written. */
export const interactionRelations: readonly RelationFragment[] = [kept('contact'), kept('company'), kept('lead')];

const bare = (name: string, type: RuleField['type'], label: Label, options: RuleField['options'] = []) => ({
  name: `interaction.${name}`,
  entity: 'interaction',
  type,
  label,
  options,
  currency: null,
  archived: false,
});
const column =
  (name: string): RuleFieldFragment['sql'] =>
  (alias) =>
    sql.ref(`${alias}.${name}`);
const dayOf = (name: string, at: string, label: Label): RuleFieldFragment => ({
  ...bare(name, 'date', label),
  sql: (alias) => sql`(${sql.ref(`${alias}.${at}`)} at time zone 'UTC')::date`,
});

const STATES: [string, Label][] = [
  ['open', { en: 'Open', nb: 'Åpen', pl: 'Otwarte', fr: 'Ouvert' }],
  ['done', { en: 'Done', nb: 'Ferdig', pl: 'Wykonane', fr: 'Terminé' }],
  ['cancelled', { en: 'Cancelled', nb: 'Avlyst', pl: 'Anulowane', fr: 'Annulé' }],
];

const OUTCOMES: [string, Label][] = [
  ['reached', { en: 'Reached', nb: 'Nådd', pl: 'Rozmowa odbyta', fr: 'Joint' }],
  ['not_reached', { en: 'Not reached', nb: 'Ikke nådd', pl: 'Bez kontaktu', fr: 'Non joint' }],
  ['call_back', { en: 'Call back', nb: 'Ring tilbake', pl: 'Oddzwonić', fr: 'À rappeler' }],
  ['yes', { en: 'Yes', nb: 'Ja', pl: 'Tak', fr: 'Oui' }],
  ['no', { en: 'No', nb: 'Nei', pl: 'Nie', fr: 'Non' }],
  ['do_not_call', { en: 'Do not call', nb: 'Ikke ring', pl: 'Nie dzwonić', fr: 'Ne pas appeler' }],
];

export const interactionRuleFields: RuleFieldSource = async (db) => {
  const { rows: types } = await sql<{ value: string; label: string }>`
    select id::text as value, name as label from interaction_type order by name collate human`.execute(db);
  return [
    { ...bare('type', 'id', { en: 'Type', nb: 'Type', pl: 'Typ', fr: 'Type' }, types), sql: column('type_id') },
    {
      ...bare(
        'state',
        'one_of',
        { en: 'State', nb: 'Status', pl: 'Stan', fr: 'État' },
        STATES.map(([value, labels]) => ({ value, label: labels.en, labels })),
      ),
      sql: column('state'),
    },
    {
      ...bare(
        'outcome',
        'one_of',
        { en: 'Outcome of the call', nb: 'Utfall av samtalen', pl: 'Wynik rozmowy', fr: 'Issue de l’appel' },
        OUTCOMES.map(([value, labels]) => ({ value, label: labels.en, labels })),
      ),
      sql: column('outcome'),
    },
    { ...bare('subject', 'text', { en: 'Subject', nb: 'Emne', pl: 'Temat', fr: 'Objet' }), sql: column('subject') },
    {
      ...bare('responsible', 'user', { en: 'Responsible', nb: 'Ansvarlig', pl: 'Odpowiedzialny', fr: 'Responsable' }),
      sql: column('responsible_id'),
    },
    dayOf('created_on', 'created_at', { en: 'Created', nb: 'Opprettet', pl: 'Utworzono', fr: 'Créé le' }),
    dayOf('due_on', 'due_at', { en: 'Due', nb: 'Frist', pl: 'Termin', fr: 'Échéance' }),
    dayOf('done_on', 'done_at', { en: 'Done', nb: 'Ferdig', pl: 'Wykonano', fr: 'Terminé le' }),
  ];
};
