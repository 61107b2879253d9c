import { sql } from 'kysely';
import type { Operator } from '../../../contract/rule.ts';
import type { RuleField } from '../../../contract/rule-fields.ts';
import {
  atMoment,
  type Choices,
  dayRange,
  type RelationFragment,
  type RuleFieldFragment,
  type RuleFieldSource,
} from '../audiences/index.ts';
import { answerOfLine } from '../campaigns/index.ts';

type Label = RuleField['label'];

const RECEIVED: Label = {
  en: 'messages received',
  nb: 'mottatte meldinger',
  pl: 'otrzymane wiadomości',
  fr: 'messages reçus',
};

const received = (from: 'contact' | 'company' | 'lead'): RelationFragment => ({
  name: `${from}.deliveries`,
  from,
  to: 'delivery',
  label: RECEIVED,
  rows: (alias) => sql`touch as ${sql.ref(alias)}`,
  key: (alias) => sql.ref(`${alias}.party_id`),
  of: (alias) => sql.ref(`${alias}.id`),
  only: (alias) => sql`${sql.ref(`${alias}.party_kind`)} = ${sql.lit(from)}`,
});

/** What was sent to somebody; tests do not count. */
export const deliveryRelations: readonly RelationFragment[] = [
  received('contact'),
  received('company'),
  received('lead'),
];

const bare = (name: string, type: RuleField['type'], label: Label, options: RuleField['options'] = []) => ({
  name: `delivery.${name}`,
  entity: 'delivery',
  type,
  label,
  options,
  currency: null,
  archived: false,
});

/** Asked of the runs first, which are few: what was sent in them lies together. */
const ofRun = (
  name: string,
  column: 'campaign_id' | 'action_id',
  label: Label,
  choices: Choices,
): RuleFieldFragment => ({
  ...bare(name, 'id', label),
  choices,
  sql: (alias) => sql`(select run.${sql.ref(column)} from run where run.id = ${sql.ref(`${alias}.run_id`)})`,
  condition: (alias, operator, value) => {
    const run = sql.ref(`${alias}.run_id`);
    if (operator === 'is_filled' || operator === 'is_empty') return operator === 'is_filled' ? sql`true` : sql`false`;
    const chosen = sql<boolean>`${run} = any(array(select run.id from run where run.${sql.ref(column)} = any(${value}::uuid[])))`;
    return operator === 'any_of' ? chosen : sql`not ${chosen}`;
  },
});

const DENIALS: Partial<Record<Operator, Operator>> = { is_not: 'is', is_empty: 'is_filled' };

/** Written as EXISTS, so that for many messages the facts are gathered once. */
const factOn = (kind: string, label: Label, byHuman = true): RuleFieldFragment => {
  const facts = (alias: string) => sql`first_event e where e.run_id = ${sql.ref(`${alias}.run_id`)}
    and e.no = ${sql.ref(`${alias}.no`)} and e.kind = ${sql.lit(kind)} and e.link_no = 0 and ${byHuman ? sql`e.actor = 'human'` : sql`true`}`;
  const value = (alias: string) => sql`(select (min(e.at) at time zone 'UTC')::date from ${facts(alias)})`;
  return {
    ...bare(`${kind}_on`, 'date', label),
    sql: value,
    condition: (alias, operator, given, today) => {
      const asked = DENIALS[operator] ?? operator;
      const range = dayRange({ operator: asked, value: given }, today);
      const found = sql<boolean>`exists (select from ${facts(alias)} and ${range === null ? sql`true` : atMoment(sql`e.at`, range)})`;
      return asked === operator ? found : sql`not ${found}`;
    },
  };
};

const CHANNELS: [string, Label][] = [
  ['email', { en: 'E-mail', nb: 'E-post', pl: 'E-mail', fr: 'E-mail' }],
  ['sms', { en: 'SMS', nb: 'SMS', pl: 'SMS', fr: 'SMS' }],
  ['letter', { en: 'Letter', nb: 'Brev', pl: 'List', fr: 'Courrier' }],
  ['call', { en: 'Phone', nb: 'Telefon', pl: 'Telefon', fr: 'Téléphone' }],
];

const ANSWERS: [string, Label][] = [
  ['yes', { en: 'Yes', nb: 'Ja', pl: 'Tak', fr: 'Oui' }],
  ['no', { en: 'No', nb: 'Nei', pl: 'Nie', fr: 'Non' }],
  ['maybe', { en: 'Maybe', nb: 'Kanskje', pl: 'Może', fr: 'Peut-être' }],
];

const SHOWN = 1000;

/** What is the same on every installation: the channel, when it was sent, what a human did with it and answered. */
const FACTS: readonly RuleFieldFragment[] = [
  {
    ...bare(
      'channel',
      'one_of',
      { en: 'Channel', nb: 'Kanal', pl: 'Kanał', fr: 'Canal' },
      CHANNELS.map(([value, labels]) => ({ value, label: labels.en, labels })),
    ),
    sql: (alias) => sql.ref(`${alias}.channel`),
  },
  {
    ...bare('sent_on', 'date', { en: 'Sent', nb: 'Sendt', pl: 'Wysłano', fr: 'Envoyé' }),
    sql: (alias) => sql`(${sql.ref(`${alias}.at`)} at time zone 'UTC')::date`,
    moment: (alias) => sql.ref(`${alias}.at`),
  },
  factOn('opened', { en: 'Opened', nb: 'Åpnet', pl: 'Otwarto', fr: 'Ouvert' }),
  factOn('clicked', { en: 'Clicked', nb: 'Klikket', pl: 'Kliknięto', fr: 'Cliqué' }),
  factOn('replied', { en: 'Replied', nb: 'Besvart', pl: 'Odpowiedziano', fr: 'Répondu' }),
  factOn('answered', { en: 'Answered', nb: 'Svar gitt', pl: 'Udzielono odpowiedzi', fr: 'Réponse donnée' }),
  {
    ...bare(
      'answer',
      'one_of',
      { en: 'Answer', nb: 'Svar', pl: 'Odpowiedź', fr: 'Réponse' },
      ANSWERS.map(([value, labels]) => ({ value, label: labels.en, labels })),
    ),
    sql: answerOfLine,
  },
  factOn('reached', { en: 'Reached by phone', nb: 'Nådd på telefon', pl: 'Rozmowa odbyta', fr: 'Joint par téléphone' }),
  factOn('not_reached', {
    en: 'Called and not reached',
    nb: 'Ringt og ikke nådd',
    pl: 'Dzwoniono bez skutku',
    fr: 'Appelé sans être joint',
  }),
  factOn('call_back', { en: 'To be called back', nb: 'Skal ringes tilbake', pl: 'Do oddzwonienia', fr: 'À rappeler' }),
  factOn('unsubscribed', { en: 'Unsubscribed', nb: 'Avmeldt', pl: 'Wypisano się', fr: 'Désinscrit' }),
  factOn('bounced', { en: 'Bounced', nb: 'Kom i retur', pl: 'Zwrócono', fr: 'Retourné' }, false),
];

/** What was sent, and what has something beside it that was: a campaign of several actions. */
const MEANT = sql`(exists (select from run where run.action_id = a.id and run.sealed_at is not null)
  or exists (select from action other where other.campaign_id = a.campaign_id and other.id <> a.id))`;

const campaigns: Choices = async (db, only) =>
  (
    await sql<{ value: string; label: string }>`
      select c.id::text as value, c.name as label from campaign c
      where ${only === undefined ? sql`exists (select from action a where a.campaign_id = c.id and ${MEANT})` : sql`c.id = any(${only}::uuid[])`}
      order by c.created_at desc limit ${SHOWN}`.execute(db)
  ).rows;

const actions: Choices = async (db, only) =>
  (
    await sql<{ value: string; label: string }>`
      select a.id::text as value, c.name || case when a.name = '' then '' else ' · ' || a.name end as label
      from action a join campaign c on c.id = a.campaign_id where ${only === undefined ? MEANT : sql`a.id = any(${only}::uuid[])`}
      order by c.created_at desc, a.position limit ${SHOWN}`.execute(db)
  ).rows;

const links: Choices = async (db, only) => {
  const { rows } = await sql<{ url: string; label: string }>`
    select l.url, max(l.label) as label from link l
    where exists (select from run where run.content_version_id = l.content_version_id and run.sealed_at is not null)
      and ${only === undefined ? sql`true` : sql`l.url = any(${only}::text[])`}
    group by l.url order by l.url limit ${SHOWN}`.execute(db);
  return rows.map(({ url, label }) => ({ value: url, label: label ? `${label} (${url})` : url }));
};

/** The links that humans followed in it, by their addresses. */
const CLICKED_LINKS: RuleFieldFragment = {
  ...bare('clicked_links', 'many_of', {
    en: 'Clicked links',
    nb: 'Klikkede lenker',
    pl: 'Kliknięte linki',
    fr: 'Liens cliqués',
  }),
  choices: links,
  sql: (alias) => sql`array(
    select l.url from first_event e join run on run.id = e.run_id
    join link l on l.content_version_id = run.content_version_id and l.link_no = e.link_no
    where e.run_id = ${sql.ref(`${alias}.run_id`)} and e.no = ${sql.ref(`${alias}.no`)} and e.kind = 'clicked' and e.actor = 'human')`,
};

const CAMPAIGN: Label = { en: 'Campaign', nb: 'Kampanje', pl: 'Kampania', fr: 'Campagne' };
const ACTION: Label = { en: 'Action', nb: 'Aksjon', pl: 'Akcja', fr: 'Action' };

/** What may be asked of each message: of which campaign and action, when, and what a human did with it. */
export const deliveryRuleFields: RuleFieldSource = async () => [
  ofRun('campaign', 'campaign_id', CAMPAIGN, campaigns),
  ofRun('action', 'action_id', ACTION, actions),
  CLICKED_LINKS,
  ...FACTS,
];
