import type { RulePartyKind } from './audience.ts';
import type { Language } from './messages/languages.ts';
import type { Count, Match, Operator, Period } from './rule.ts';
import type { RuleFieldType } from './rule-fields.ts';

type Phrases = Record<Operator, string>;
type Kind = 'date' | 'many';

/** How a condition is said: `{field}`, `{value}`, `{from}`, `{to}`, `{days}`, `{period}`, `{topic}`, `{channel}` are filled in. */
interface RuleWords {
  everybody: Record<RulePartyKind, string>;
  match: Record<Match, string>;
  phrase: Phrases;
  /** Said otherwise of dates (before, after), and of fields that hold many values. */
  ofDate: Partial<Phrases>;
  ofMany: Partial<Phrases>;
  yes: string;
  no: string;
  /** `{field}` of a person's firm. */
  ofCompany: string;
  quote: string;
  channel: Record<string, string>;
  inSegment: string;
  notInSegment: string;
  days: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
  period: Record<Period, string>;
  /** How many of `{label}`; `some` is one or more. */
  count: Record<Count | 'some', string>;
  /** How much of `{field}` of all `{label}`. */
  sum: Record<Exclude<Count, 'none'>, string>;
  /** `{records}` that meet `{conditions}`. */
  where: string;
}

const en: RuleWords = {
  everybody: { contact: 'Everybody', company: 'All companies', lead: 'All leads', asset: 'All assets' },
  match: { all: 'All of', any: 'Any of', none: 'None of' },
  phrase: {
    is: '{field} is {value}',
    is_not: '{field} is not {value}',
    contains: '{field} contains {value}',
    contains_not: '{field} does not contain {value}',
    starts_with: '{field} starts with {value}',
    ends_with: '{field} ends with {value}',
    less: '{field} is less than {value}',
    more: '{field} is more than {value}',
    between: '{field} is between {from} and {to}',
    in_last_days: '{field} is in the last {days}',
    in_next_days: '{field} is in the next {days}',
    more_days_ago: '{field} is more than {days} ago',
    more_days_ahead: '{field} is more than {days} ahead',
    in_period: '{field} is {period}',
    anniversary_in_period: 'the anniversary of {field} is {period}',
    anniversary_in_next_days: 'the anniversary of {field} is in the next {days}',
    any_of: '{field} is {value}',
    all_of: '{field} includes {value}',
    none_of: '{field} is not {value}',
    is_empty: '{field} is empty',
    is_filled: '{field} is filled in',
    given: 'has consented to {topic} by {channel}',
    withdrawn: 'has withdrawn consent to {topic} by {channel}',
    not_given: 'has not consented to {topic} by {channel}',
  },
  ofDate: { less: '{field} is before {value}', more: '{field} is after {value}' },
  ofMany: {
    any_of: '{field} include {value}',
    all_of: '{field} include {value}',
    none_of: '{field} do not include {value}',
  },
  yes: 'yes',
  no: 'no',
  ofCompany: '{field} of the company',
  quote: '“{value}”',
  channel: { email: 'e-mail', sms: 'SMS', letter: 'letter', call: 'phone' },
  inSegment: 'is in the segment {value}',
  notInSegment: 'is not in the segment {value}',
  days: { one: '{n} day', other: '{n} days' },
  period: {
    today: 'today',
    this_week: 'this week',
    next_week: 'next week',
    last_week: 'last week',
    this_month: 'this month',
    next_month: 'next month',
    last_month: 'last month',
    this_year: 'this year',
    next_year: 'next year',
    last_year: 'last year',
  },
  count: {
    some: 'has {label}',
    at_least: 'has at least {n} {label}',
    more_than: 'has more than {n} {label}',
    at_most: 'has at most {n} {label}',
    exactly: 'has exactly {n} {label}',
    none: 'has no {label}',
  },
  sum: {
    at_least: '{field} of all {label} is at least {n}',
    more_than: '{field} of all {label} is more than {n}',
    at_most: '{field} of all {label} is at most {n}',
    exactly: '{field} of all {label} is exactly {n}',
  },
  where: '{records} where ({conditions})',
};

const nb: RuleWords = {
  everybody: { contact: 'Alle personer', company: 'Alle firmaer', lead: 'Alle leads', asset: 'Alle eiendeler' },
  match: { all: 'Alle disse', any: 'Minst én av disse', none: 'Ingen av disse' },
  phrase: {
    is: '{field} er {value}',
    is_not: '{field} er ikke {value}',
    contains: '{field} inneholder {value}',
    contains_not: '{field} inneholder ikke {value}',
    starts_with: '{field} begynner med {value}',
    ends_with: '{field} slutter med {value}',
    less: '{field} er mindre enn {value}',
    more: '{field} er mer enn {value}',
    between: '{field} er mellom {from} og {to}',
    in_last_days: '{field} er innenfor de siste {days}',
    in_next_days: '{field} er innenfor de neste {days}',
    more_days_ago: '{field} er for mer enn {days} siden',
    more_days_ahead: '{field} er om mer enn {days}',
    in_period: '{field} er {period}',
    anniversary_in_period: 'årsdagen for {field} er {period}',
    anniversary_in_next_days: 'årsdagen for {field} er innenfor de neste {days}',
    any_of: '{field} er {value}',
    all_of: '{field} omfatter {value}',
    none_of: '{field} er ikke {value}',
    is_empty: '{field} er ikke fylt ut',
    is_filled: '{field} er fylt ut',
    given: 'har samtykket til {topic} via {channel}',
    withdrawn: 'har trukket tilbake samtykket til {topic} via {channel}',
    not_given: 'har ikke samtykket til {topic} via {channel}',
  },
  ofDate: { less: '{field} er før {value}', more: '{field} er etter {value}' },
  ofMany: { any_of: '{field} omfatter {value}', none_of: '{field} omfatter ikke {value}' },
  yes: 'ja',
  no: 'nei',
  ofCompany: '{field} (firmaet)',
  quote: '«{value}»',
  channel: { email: 'e-post', sms: 'SMS', letter: 'brev', call: 'telefon' },
  inSegment: 'er i segmentet {value}',
  notInSegment: 'er ikke i segmentet {value}',
  days: { one: '{n} dag', other: '{n} dagene' },
  period: {
    today: 'i dag',
    this_week: 'denne uken',
    next_week: 'neste uke',
    last_week: 'forrige uke',
    this_month: 'denne måneden',
    next_month: 'neste måned',
    last_month: 'forrige måned',
    this_year: 'i år',
    next_year: 'neste år',
    last_year: 'i fjor',
  },
  count: {
    some: 'har {label}',
    at_least: 'har minst {n} {label}',
    more_than: 'har mer enn {n} {label}',
    at_most: 'har høyst {n} {label}',
    exactly: 'har nøyaktig {n} {label}',
    none: 'har ingen {label}',
  },
  sum: {
    at_least: '{field} for alle {label} er minst {n}',
    more_than: '{field} for alle {label} er mer enn {n}',
    at_most: '{field} for alle {label} er høyst {n}',
    exactly: '{field} for alle {label} er nøyaktig {n}',
  },
  where: '{records} der ({conditions})',
};

const pl: RuleWords = {
  everybody: {
    contact: 'Wszystkie osoby',
    company: 'Wszystkie firmy',
    lead: 'Wszystkie leady',
    asset: 'Wszystkie obiekty',
  },
  match: { all: 'Wszystkie z poniższych', any: 'Co najmniej jedno z poniższych', none: 'Żadne z poniższych' },
  phrase: {
    is: '{field} to {value}',
    is_not: '{field} to nie {value}',
    contains: '{field} zawiera {value}',
    contains_not: '{field} nie zawiera {value}',
    starts_with: '{field} zaczyna się od {value}',
    ends_with: '{field} kończy się na {value}',
    less: '{field}: mniej niż {value}',
    more: '{field}: więcej niż {value}',
    between: '{field}: od {from} do {to}',
    in_last_days: '{field}: w ciągu ostatnich {days}',
    in_next_days: '{field}: w ciągu najbliższych {days}',
    more_days_ago: '{field}: ponad {days} temu',
    more_days_ahead: '{field}: za ponad {days}',
    in_period: '{field}: {period}',
    anniversary_in_period: '{field}: rocznica {period}',
    anniversary_in_next_days: '{field}: rocznica w ciągu najbliższych {days}',
    any_of: '{field} to {value}',
    all_of: '{field}: {value}',
    none_of: '{field} to nie {value}',
    is_empty: '{field}: brak wartości',
    is_filled: '{field}: podano wartość',
    given: 'wyrażono zgodę na {topic} ({channel})',
    withdrawn: 'wycofano zgodę na {topic} ({channel})',
    not_given: 'nie wyrażono zgody na {topic} ({channel})',
  },
  ofDate: { less: '{field}: przed {value}', more: '{field}: po {value}' },
  ofMany: { any_of: '{field}: {value}', all_of: '{field}: {value}', none_of: '{field}: bez {value}' },
  yes: 'tak',
  no: 'nie',
  ofCompany: '{field} (firma)',
  quote: '„{value}”',
  channel: { email: 'e-mail', sms: 'SMS', letter: 'list', call: 'telefon' },
  inSegment: 'należy do segmentu {value}',
  notInSegment: 'nie należy do segmentu {value}',
  days: { one: '{n} dnia', other: '{n} dni' },
  period: {
    today: 'dzisiaj',
    this_week: 'w tym tygodniu',
    next_week: 'w przyszłym tygodniu',
    last_week: 'w zeszłym tygodniu',
    this_month: 'w tym miesiącu',
    next_month: 'w przyszłym miesiącu',
    last_month: 'w zeszłym miesiącu',
    this_year: 'w tym roku',
    next_year: 'w przyszłym roku',
    last_year: 'w zeszłym roku',
  },
  count: {
    some: '{label}: co najmniej 1',
    at_least: '{label}: co najmniej {n}',
    more_than: '{label}: więcej niż {n}',
    at_most: '{label}: najwyżej {n}',
    exactly: '{label}: dokładnie {n}',
    none: '{label}: brak',
  },
  sum: {
    at_least: '{field} ({label} łącznie): co najmniej {n}',
    more_than: '{field} ({label} łącznie): więcej niż {n}',
    at_most: '{field} ({label} łącznie): najwyżej {n}',
    exactly: '{field} ({label} łącznie): dokładnie {n}',
  },
  where: '{records}, gdzie ({conditions})',
};

const fr: RuleWords = {
  everybody: {
    contact: 'Toutes les personnes',
    company: 'Toutes les entreprises',
    lead: 'Tous les prospects',
    asset: 'Tous les biens',
  },
  match: { all: 'Toutes ces conditions', any: 'Au moins une de ces conditions', none: 'Aucune de ces conditions' },
  phrase: {
    is: '{field} est {value}',
    is_not: '{field} n’est pas {value}',
    contains: '{field} contient {value}',
    contains_not: '{field} ne contient pas {value}',
    starts_with: '{field} commence par {value}',
    ends_with: '{field} se termine par {value}',
    less: '{field} est inférieur à {value}',
    more: '{field} est supérieur à {value}',
    between: '{field} est entre {from} et {to}',
    in_last_days: '{field} : au cours des {days} derniers jours',
    in_next_days: '{field} : dans les {days} prochains jours',
    more_days_ago: '{field} : il y a plus de {days} jours',
    more_days_ahead: '{field} : dans plus de {days} jours',
    in_period: '{field} : {period}',
    anniversary_in_period: '{field} : anniversaire {period}',
    anniversary_in_next_days: '{field} : anniversaire dans les {days} prochains jours',
    any_of: '{field} est {value}',
    all_of: '{field} : {value}',
    none_of: '{field} n’est pas {value}',
    is_empty: '{field} : non renseigné',
    is_filled: '{field} : renseigné',
    given: 'a consenti à {topic} par {channel}',
    withdrawn: 'a retiré son consentement à {topic} par {channel}',
    not_given: 'n’a pas consenti à {topic} par {channel}',
  },
  ofDate: { less: '{field} : avant le {value}', more: '{field} : après le {value}', is: '{field} : le {value}' },
  ofMany: { any_of: '{field} : {value}', all_of: '{field} : {value}', none_of: '{field} : sans {value}' },
  yes: 'oui',
  no: 'non',
  ofCompany: '{field} de l’entreprise',
  quote: '« {value} »',
  channel: { email: 'e-mail', sms: 'SMS', letter: 'courrier', call: 'téléphone' },
  inSegment: 'est dans le segment {value}',
  notInSegment: 'n’est pas dans le segment {value}',
  days: { other: '{n}' },
  period: {
    today: 'aujourd’hui',
    this_week: 'cette semaine',
    next_week: 'la semaine prochaine',
    last_week: 'la semaine dernière',
    this_month: 'ce mois-ci',
    next_month: 'le mois prochain',
    last_month: 'le mois dernier',
    this_year: 'cette année',
    next_year: 'l’année prochaine',
    last_year: 'l’année dernière',
  },
  count: {
    some: 'a des {label}',
    at_least: 'a au moins {n} {label}',
    more_than: 'a plus de {n} {label}',
    at_most: 'a au plus {n} {label}',
    exactly: 'a exactement {n} {label}',
    none: 'n’a pas de {label}',
  },
  sum: {
    at_least: '{field} de tous les {label} : au moins {n}',
    more_than: '{field} de tous les {label} : plus de {n}',
    at_most: '{field} de tous les {label} : au plus {n}',
    exactly: '{field} de tous les {label} : exactement {n}',
  },
  where: '{records} où ({conditions})',
};

export const RULE_WORDS: Record<Language, RuleWords> = { en, nb, pl, fr };

const KIND: Partial<Record<RuleFieldType, Kind>> = { date: 'date', many_of: 'many', tags: 'many' };

/** The phrase of an operator for a type of field. */
export const phraseOf = (operator: Operator, type: RuleFieldType, language: Language): string => {
  const words = RULE_WORDS[language];
  const kind = KIND[type];
  const special = kind === 'date' ? words.ofDate : kind === 'many' ? words.ofMany : {};
  return special[operator] ?? words.phrase[operator];
};
