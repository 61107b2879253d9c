import { describe, expect, test } from 'vitest';
import type { SegmentId } from './ids.ts';
import type { Language } from './messages/languages.ts';
import { EVERYBODY, type FieldRule, OPERATORS, type RuleGroup } from './rule.ts';
import { OPERATORS_OF, type RuleField, type RuleFieldType } from './rule-fields.ts';
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
    entity: name.startsWith('company') ? 'company' : 'contact',
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
  field(
    'contact.consent',
    'consent',
    { en: 'Consent', nb: 'Samtykke', pl: 'Zgoda', fr: 'Consentement' },
    { options: [{ value: 't1', label: 'News' }] },
  ),
]);
const termsIn = (language: Language): SentenceTerms => ({
  language,
  partyKind: 'contact',
  field: (name) => FIELDS.get(name),
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
