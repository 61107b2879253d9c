import { describe, expect, test } from 'vitest';
import type { SegmentId } from './ids.ts';
import type { Language } from './messages/languages.ts';
import { EVERYBODY, type FieldRule, OPERATORS, type RelatedRule, type RuleGroup } from './rule.ts';
import { OPERATORS_OF, type RuleField, type RuleFieldType, type RuleRelation } from './rule-fields.ts';
import { ruleSentence, type SentenceTerms } from './rule-sentence.ts';
import { phraseOf } from './rule-words.ts';

const field = (
  name: string,
  type: RuleFieldType,
  label: RuleField['label'],
  more: Partial<RuleField> = {},
): [string, RuleField] => [
  name,
  {
    name,
    entity: name.split('.')[0] ?? '',
    type,
    label,
    options: [],
    currency: null,
    archived: false,
    ...more,
  },
];
const FIELDS = new Map([
  field('contact.country', 'country', { en: 'Country', nb: 'Land', pl: 'Kraj', fr: 'Pays' }),
  field('contact.birthday', 'date', {
    en: 'Birthday',
    nb: 'Fødselsdag',
    pl: 'Data urodzenia',
    fr: 'Date de naissance',
  }),
  field('contact.tags', 'tags', { en: 'Tags', nb: 'Etiketter', pl: 'Etykiety', fr: 'Étiquettes' }),
  field('company.city', 'text', { en: 'City', nb: 'Poststed', pl: 'Miejscowość', fr: 'Ville' }),
  field(
    'company.custom.turnover',
    'money',
    { en: 'Turnover', nb: 'Omsetning', pl: 'Obrót', fr: 'Chiffre d’affaires' },
    { currency: 'NOK' },
  ),
  field('asset.vehicle.make', 'text', { en: 'Make', nb: 'Merke', pl: 'Marka', fr: 'Marque' }),
  field('asset.vehicle.service', 'date', { en: 'Service', nb: 'Service', pl: 'Przegląd', fr: 'Révision' }),
  field('asset.vehicle.price', 'money', { en: 'Price', nb: 'Pris', pl: 'Cena', fr: 'Prix' }, { currency: 'NOK' }),
  field(
    'contact.consent',
    'consent',
    { en: 'Consent', nb: 'Samtykke', pl: 'Zgoda', fr: 'Consentement' },
    { options: [{ value: 't1', label: 'News' }] },
  ),
]);
const RELATIONS = new Map<string, RuleRelation>([
  [
    'contact.assets',
    {
      name: 'contact.assets',
      from: 'contact',
      to: 'asset',
      label: { en: 'assets', nb: 'eiendeler', pl: 'obiekty', fr: 'biens' },
    },
  ],
]);
const termsIn = (language: Language): SentenceTerms => ({
  language,
  partyKind: 'contact',
  field: (name) => FIELDS.get(name),
  relation: (name) => RELATIONS.get(name),
  segmentName: () => 'VIP',
});
const leaf = (name: string, operator: FieldRule['operator'], value: FieldRule['value']): FieldRule => ({
  kind: 'field',
  field: name,
  operator,
  value,
});

const RULE: RuleGroup = {
  kind: 'group',
  match: 'all',
  rules: [
    leaf('contact.country', 'any_of', ['NO', 'SE']),
    leaf('contact.birthday', 'in_next_days', 7),
    leaf('contact.consent', 'given', ['t1', 'sms']),
    {
      kind: 'group',
      match: 'none',
      rules: [
        leaf('company.city', 'contains', 'Łódź'),
        leaf('company.custom.turnover', 'less', 129900),
        { kind: 'segment', segmentId: 's' as SegmentId, negate: true },
      ],
    },
  ],
};

const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');

describe('O36: a rule reads as a sentence', () => {
  test.each<[Language, string]>([
    [
      'en',
      'All of: Country is Norway or Sweden; Birthday is in the next 7 days; has consented to News by SMS; ' +
        '(None of: City of the company contains “Łódź”; Turnover of the company is less than NOK 1,299.00; is not in the segment “VIP”)',
    ],
    [
      'nb',
      'Alle disse: Land er Norge eller Sverige; Fødselsdag er innenfor de neste 7 dagene; har samtykket til News via SMS; ' +
        '(Ingen av disse: Poststed (firmaet) inneholder «Łódź»; Omsetning (firmaet) er mindre enn 1 299,00 kr; er ikke i segmentet «VIP»)',
    ],
    [
      'pl',
      'Wszystkie z poniższych: Kraj to Norwegia lub Szwecja; Data urodzenia: w ciągu najbliższych 7 dni; wyrażono zgodę na News (SMS); ' +
        '(Żadne z poniższych: Miejscowość (firma) zawiera „Łódź”; Obrót (firma): mniej niż 1299,00 NOK; nie należy do segmentu „VIP”)',
    ],
    [
      'fr',
      'Toutes ces conditions : Pays est Norvège ou Suède ; Date de naissance : dans les 7 prochains jours ; a consenti à News par SMS ; ' +
        '(Aucune de ces conditions : Ville de l’entreprise contient « Łódź » ; Chiffre d’affaires de l’entreprise est inférieur à 1 299,00 NOK ; n’est pas dans le segment « VIP »)',
    ],
  ])('in %s', (language, sentence) => {
    expect(plain(ruleSentence(RULE, termsIn(language)))).toBe(sentence);
  });

  const owns: RuleGroup = {
    kind: 'group',
    match: 'all',
    rules: [
      {
        kind: 'related',
        relation: 'contact.assets',
        count: 'at_least',
        value: 2,
        sum: null,
        where: {
          kind: 'group',
          match: 'all',
          rules: [leaf('asset.vehicle.make', 'is', 'Tesla'), leaf('asset.vehicle.service', 'in_next_days', 60)],
        },
      },
      {
        kind: 'related',
        relation: 'contact.assets',
        count: 'at_most',
        value: 100000,
        sum: 'asset.vehicle.price',
        where: EVERYBODY,
      },
      leaf('contact.birthday', 'anniversary_in_period', 'this_week'),
    ],
  };
  test.each<[Language, string]>([
    [
      'en',
      'All of: has at least 2 assets where (All of: Make is “Tesla”; Service is in the next 60 days); ' +
        'Price of all assets is at most NOK 1,000.00; the anniversary of Birthday is this week',
    ],
    [
      'nb',
      'Alle disse: har minst 2 eiendeler der (Alle disse: Merke er «Tesla»; Service er innenfor de neste 60 dagene); ' +
        'Pris for alle eiendeler er høyst 1 000,00 kr; årsdagen for Fødselsdag er denne uken',
    ],
    [
      'pl',
      'Wszystkie z poniższych: obiekty: co najmniej 2, gdzie (Wszystkie z poniższych: Marka to „Tesla”; Przegląd: w ciągu najbliższych 60 dni); ' +
        'Cena (obiekty łącznie): najwyżej 1000,00 NOK; Data urodzenia: rocznica w tym tygodniu',
    ],
    [
      'fr',
      'Toutes ces conditions : a au moins 2 biens où (Toutes ces conditions : Marque est « Tesla » ; Révision : dans les 60 prochains jours) ; ' +
        'Prix de tous les biens : au plus 1 000,00 NOK ; Date de naissance : anniversaire cette semaine',
    ],
  ])('related records too, in %s', (language, sentence) => {
    expect(plain(ruleSentence(owns, termsIn(language)))).toBe(sentence);
  });

  test.each<[Language, string]>([
    ['en', 'Price of all assets is more than NOK 10,000.00'],
    ['nb', 'Pris for alle eiendeler er mer enn 10 000,00 kr'],
    ['pl', 'Cena (obiekty łącznie): więcej niż 10 000,00 NOK'],
    ['fr', 'Prix de tous les biens : plus de 10 000,00 NOK'],
  ])('more than so much in all, in %s', (language, sentence) => {
    const sum = { ...owns.rules[1], count: 'more_than', value: 1_000_000 } as RelatedRule;
    expect(plain(ruleSentence({ ...EVERYBODY, rules: [sum] }, termsIn(language)))).toBe(sentence);
  });

  test('everybody, one condition alone, and a field that is gone', () => {
    expect(ruleSentence(EVERYBODY, termsIn('nb'))).toBe('Alle personer');
    expect(ruleSentence({ ...EVERYBODY, rules: [leaf('contact.tags', 'none_of', ['a', 'b'])] }, termsIn('en'))).toBe(
      'Tags do not include “a” or “b”',
    );
    expect(ruleSentence({ ...EVERYBODY, rules: [leaf('contact.gone', 'is', 'x')] }, termsIn('fr'))).toBe(
      'Contact.gone?',
    );
  });

  test('every operator of every type has words in every language', () => {
    for (const [type, operators] of Object.entries(OPERATORS_OF))
      for (const operator of operators)
        for (const language of ['en', 'nb', 'pl', 'fr'] as const)
          expect(phraseOf(operator, type as RuleFieldType, language)).toMatch(/\{(field|topic)\}/);
    expect(new Set(Object.values(OPERATORS_OF).flat())).toEqual(new Set(OPERATORS));
  });
});
