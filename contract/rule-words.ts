import type { Language } from './messages/languages.ts';
import type { Match, Operator } from './rule.ts';
import type { RuleFieldType } from './rule-fields.ts';

type Phrases = Record<Operator, string>;
type Kind = 'date' | 'many';

/** How a condition is said: `{field}`, `{value}`, `{from}`, `{to}`, `{days}`, `{topic}`, `{channel}` are filled in. */
interface RuleWords {
  everybody: { contact: string; company: string };
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
}

const en: RuleWords = {
  everybody: { contact: 'Everybody', company: 'All companies' },
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
};

const nb: RuleWords = {
  everybody: { contact: 'Alle personer', company: 'Alle firmaer' },
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
};

const pl: RuleWords = {
  everybody: { contact: 'Wszystkie osoby', company: 'Wszystkie firmy' },
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
};

const fr: RuleWords = {
  everybody: { contact: 'Toutes les personnes', company: 'Toutes les entreprises' },
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
