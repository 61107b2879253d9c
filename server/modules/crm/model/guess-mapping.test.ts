import { expect, test } from 'vitest';
import { BUILT_IN_FIELDS, CRM_ENTITIES, labelInAll } from '../../../../contract/crm-fields.ts';
import { guessHeader, guessMapping } from './guess-mapping.ts';
import { importableFields } from './importable-fields.ts';

const fields = [
  ...CRM_ENTITIES.flatMap((entity) =>
    Object.entries(BUILT_IN_FIELDS[entity]).map(([name, { label }]) => ({
      name: `${entity}.${name}`,
      entity,
      label,
      type: 'text' as const,
      options: [],
      currency: null,
      custom: false,
    })),
  ),
  {
    name: 'contact.custom.boat',
    entity: 'contact' as const,
    label: labelInAll('Båtlengde'),
    type: 'number' as const,
    options: [],
    currency: null,
    custom: true,
  },
];
const guess = (entity: 'contact' | 'company', headers: string[], values: string[] = []) =>
  guessMapping(
    entity,
    importableFields(entity, fields),
    headers.map((name, place) => ({ name, values: values[place] === undefined ? [] : [values[place]] })),
  ).map((name) => name?.replace(/^contact\./, '') ?? null);

test.each([
  [
    'en',
    ['First name', 'Surname', 'E-mail address', 'Mobile', 'Company', 'ZIP', 'Town', 'Unknown'],
    ['first_name', 'last_name', 'email', 'phone', 'company.name', 'postal_code', 'city', null],
  ],
  [
    'nb',
    [
      'Fornavn',
      'Etternavn',
      'E-postadresse',
      'Tlf.',
      'Firma',
      'Postnr',
      'Poststed',
      'Fødselsdato',
      'BÅTLENGDE',
      'Kundeansvarlig',
    ],
    [
      'first_name',
      'last_name',
      'email',
      'phone',
      'company.name',
      'postal_code',
      'city',
      'birthday',
      'custom.boat',
      'account_manager',
    ],
  ],
  [
    'pl',
    ['Imię', 'Nazwisko', 'Adres e-mail', 'Telefon', 'Firma', 'Kod pocztowy', 'Miasto', 'Język'],
    ['first_name', 'last_name', 'email', 'phone', 'company.name', 'postal_code', 'city', 'language'],
  ],
  [
    'fr',
    ['Prénom', 'Nom', 'Courriel', 'Téléphone', 'Société', 'Code postal', 'Ville', 'Pays'],
    ['first_name', 'last_name', 'email', 'phone', 'company.name', 'postal_code', 'city', 'country'],
  ],
  ['a full name', ['Navn', 'Epost', 'Epost'], ['full_name', 'email', null]],
])('recognises headers: %s', (_language, headers, expected) => {
  expect(guess('contact', headers)).toEqual(expected);
});

test('recognises the columns of companies', () => {
  expect(guess('company', ['Firmanavn', 'Orgnr', 'NIP', 'Nettside', 'E-post'])).toEqual([
    'company.name',
    'company.organisation_number',
    'company.vat_id',
    'company.website',
    'company.email',
  ]);
});

test('a remark in brackets does not hide what a column is called', () => {
  expect(guess('contact', ['Phone (mobile)', 'E-mail [work]'])).toEqual(['phone', 'email']);
});

test('knows an address by its looks when the header does not tell', () => {
  expect(guess('contact', ['A', 'B'], ['Kari', 'kari@example.no'])).toEqual([null, 'email']);
  expect(guessHeader(['Kari', 'kari@example.no'])).toBe(false);
  expect(guessHeader(['Name', 'E-mail'])).toBe(true);
});
