import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { LANGUAGES, type Language } from './messages/languages.ts';

/** What kind of value a field holds; `text`, `number`, `money`, `date`, `yes_no`, `one_of`, `many_of` may also be defined in the settings. */
export const CRM_FIELD_TYPES = [
  'text',
  'number',
  'money',
  'date',
  'yes_no',
  'one_of',
  'many_of',
  'country',
  'language',
  'user',
  'tags',
  'id',
] as const;
export type CrmFieldType = (typeof CRM_FIELD_TYPES)[number];

export const CUSTOM_FIELD_TYPES = ['text', 'number', 'money', 'date', 'yes_no', 'one_of', 'many_of'] as const;
export type CustomFieldType = (typeof CUSTOM_FIELD_TYPES)[number];

export const CRM_ENTITIES = ['contact', 'company'] as const;
export type CrmEntity = (typeof CRM_ENTITIES)[number];

/** One choice of a `one_of` or `many_of` field; the value is stored, the label shown. */
export const FieldOption = z.object({ value: z.string().min(1).max(100), label: z.string().trim().min(1).max(200) });
export type FieldOption = z.output<typeof FieldOption>;

type Label = Record<Language, string>;
const text = (en: string, nb: string, pl: string, fr: string): Label => ({ en, nb, pl, fr });

interface BuiltIn {
  type: CrmFieldType;
  label: Label;
}
const of = (type: CrmFieldType, label: Label): BuiltIn => ({ type, label });

const PLACE = {
  email: of('text', text('E-mail', 'E-post', 'E-mail', 'E-mail')),
  phone: of('text', text('Phone', 'Telefon', 'Telefon', 'Téléphone')),
  street: of('text', text('Street', 'Gateadresse', 'Ulica', 'Rue')),
  postal_code: of('text', text('Postal code', 'Postnummer', 'Kod pocztowy', 'Code postal')),
  city: of('text', text('City', 'Poststed', 'Miejscowość', 'Ville')),
  country: of('country', text('Country', 'Land', 'Kraj', 'Pays')),
  language: of('language', text('Language', 'Språk', 'Język', 'Langue')),
};
const COMMON = {
  account_manager: of('user', text('Account manager', 'Kundeansvarlig', 'Opiekun', 'Responsable du compte')),
  tags: of('tags', text('Tags', 'Etiketter', 'Etykiety', 'Étiquettes')),
  created_at: of('date', text('Created', 'Opprettet', 'Utworzono', 'Créé le')),
};

/** The fields every installation has, by entity; custom fields come beside them as `contact.custom.<key>`. */
export const BUILT_IN_FIELDS = {
  contact: {
    first_name: of('text', text('First name', 'Fornavn', 'Imię', 'Prénom')),
    last_name: of('text', text('Last name', 'Etternavn', 'Nazwisko', 'Nom')),
    title: of('text', text('Title', 'Tittel', 'Stanowisko', 'Fonction')),
    ...PLACE,
    time_zone: of('text', text('Time zone', 'Tidssone', 'Strefa czasowa', 'Fuseau horaire')),
    birthday: of('date', text('Birthday', 'Fødselsdag', 'Data urodzenia', 'Date de naissance')),
    ...COMMON,
    company_id: of('id', text('Company', 'Firma', 'Firma', 'Entreprise')),
  },
  company: {
    name: of('text', text('Company name', 'Firmanavn', 'Nazwa firmy', 'Nom de l’entreprise')),
    organisation_number: of(
      'text',
      text('Organisation number', 'Organisasjonsnummer', 'Numer rejestrowy', 'Numéro d’immatriculation'),
    ),
    vat_id: of('text', text('VAT number', 'MVA-nummer', 'NIP / VAT UE', 'Numéro de TVA')),
    website: of('text', text('Website', 'Nettsted', 'Strona WWW', 'Site web')),
    ...PLACE,
    ...COMMON,
  },
} as const satisfies Record<CrmEntity, Record<string, BuiltIn>>;

/** A field as the browser sees it: the rule builder, the merge-field picker and the import mapping offer these. */
export const CrmFieldInfo = z.object({
  /** `contact.country`, `company.custom.fleet_size` */
  name: z.string(),
  entity: z.enum(CRM_ENTITIES),
  type: z.enum(CRM_FIELD_TYPES),
  /** Built-in fields in every language; a custom field's own words are the same in each. */
  label: z.object({ en: z.string(), nb: z.string(), pl: z.string(), fr: z.string() }),
  /** The choices of `one_of` and `many_of`. */
  options: z.array(FieldOption),
  /** The currency of a `money` field, whose values are minor units. */
  currency: z.string().nullable(),
  custom: z.boolean(),
  /** An archived field is offered nowhere, but rules and texts that name it still work. */
  archived: z.boolean(),
});
export type CrmFieldInfo = z.output<typeof CrmFieldInfo>;

export const labelInAll = (label: string): Label =>
  Object.fromEntries(LANGUAGES.map((language) => [language, label])) as Label;

export const listCrmFields = endpoint({
  name: 'listCrmFields',
  method: 'GET',
  path: '/api/crm/fields',
  input: z.object({}),
  output: z.object({ fields: z.array(CrmFieldInfo) }),
  summary: 'Every field of contacts and companies, built in and custom',
  tag: 'People',
});
