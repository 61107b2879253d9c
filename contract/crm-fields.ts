import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { AssetTypeId } from './ids.ts';
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

export const CRM_ENTITIES = ['contact', 'company', 'lead', 'asset'] as const;
export type CrmEntity = (typeof CRM_ENTITIES)[number];
/** Those that can be written to. */
export type PartyEntity = Exclude<CrmEntity, 'asset'>;

/** One choice of a `one_of` or `many_of` field; the value is stored, the label shown. */
export const FieldOption = z.object({ value: z.string().min(1).max(100), label: z.string().trim().min(1).max(200) });
export type FieldOption = z.output<typeof FieldOption>;

type Label = Record<Language, string>;
const text = (en: string, nb: string, pl: string, fr: string): Label => ({ en, nb, pl, fr });

export interface BuiltIn {
  type: CrmFieldType;
  label: Label;
  /** The choices of a `one_of`, by value. */
  choices?: Record<string, Label>;
}
const of = (type: CrmFieldType, label: Label, choices?: Record<string, Label>): BuiltIn => ({
  type,
  label,
  ...(choices && { choices }),
});

const PERSON = {
  first_name: of('text', text('First name', 'Fornavn', 'Imię', 'Prénom')),
  last_name: of('text', text('Last name', 'Etternavn', 'Nazwisko', 'Nom')),
  title: of('text', text('Title', 'Tittel', 'Stanowisko', 'Fonction')),
};
const TIME_ZONE = of('text', text('Time zone', 'Tidssone', 'Strefa czasowa', 'Fuseau horaire'));
const PLACE = {
  email: of('text', text('E-mail', 'E-post', 'E-mail', 'E-mail')),
  phone: of('text', text('Phone', 'Telefon', 'Telefon', 'Téléphone')),
  street: of('text', text('Street', 'Gateadresse', 'Ulica', 'Rue')),
  postal_code: of('text', text('Postal code', 'Postnummer', 'Kod pocztowy', 'Code postal')),
  city: of('text', text('City', 'Poststed', 'Miejscowość', 'Ville')),
  country: of('country', text('Country', 'Land', 'Kraj', 'Pays')),
  language: of('language', text('Language', 'Språk', 'Język', 'Langue')),
};
const KEPT = {
  tags: of('tags', text('Tags', 'Etiketter', 'Etykiety', 'Étiquettes')),
  created_at: of('date', text('Created', 'Opprettet', 'Utworzono', 'Créé le')),
};
const COMMON = {
  account_manager: of('user', text('Account manager', 'Kundeansvarlig', 'Opiekun', 'Responsable du compte')),
  ...KEPT,
};

/**
 * The fields every installation has, by entity; custom fields come beside them as `contact.custom.<key>`. The fields of one asset type
 * are `asset.<key of the type>.<key>`, those of every asset `asset.custom.<key>`.
 */
export const BUILT_IN_FIELDS = {
  contact: {
    ...PERSON,
    ...PLACE,
    time_zone: TIME_ZONE,
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
  lead: {
    ...PERSON,
    ...PLACE,
    time_zone: TIME_ZONE,
    company_name: of('text', text('Company name', 'Firmanavn', 'Nazwa firmy', 'Nom de l’entreprise')),
    company_email: of('text', text('Company e-mail', 'Firmaets e-post', 'E-mail firmy', 'E-mail de l’entreprise')),
    company_phone: of('text', text('Company phone', 'Firmaets telefon', 'Telefon firmy', 'Téléphone de l’entreprise')),
    source: of('text', text('Source', 'Kilde', 'Źródło', 'Origine')),
    state: of('one_of', text('State', 'Status', 'Stan', 'État'), {
      open: text('Open', 'Åpent', 'Otwarty', 'Ouvert'),
      converted: text('Became a customer', 'Ble kunde', 'Został klientem', 'Devenu client'),
      lost: text('Lost', 'Tapt', 'Utracony', 'Perdu'),
    }),
    ...COMMON,
  },
  asset: {
    name: of('text', text('Name', 'Navn', 'Nazwa', 'Nom')),
    type: of('one_of', text('Type', 'Type', 'Typ', 'Type')),
    identifier: of('text', text('Identifier', 'Identifikator', 'Identyfikator', 'Identifiant')),
    owner: of('text', text('Owner', 'Eier', 'Właściciel', 'Propriétaire')),
    acquired_on: of('date', text('Acquired', 'Anskaffet', 'Data nabycia', 'Acquis le')),
    disposed_on: of('date', text('Disposed of', 'Avhendet', 'Data zbycia', 'Cédé le')),
    ...KEPT,
  },
} as const satisfies Record<CrmEntity, Record<string, BuiltIn>>;

/** The words for a field in each language. */
export const LabelInAll = z.object({ en: z.string(), nb: z.string(), pl: z.string(), fr: z.string() });

/** A field as the browser sees it: the rule builder, the merge-field picker and the import mapping offer these. */
export const CrmFieldInfo = z.object({
  /** `contact.country`, `company.custom.fleet_size` */
  name: z.string(),
  entity: z.enum(CRM_ENTITIES),
  type: z.enum(CRM_FIELD_TYPES),
  /** Built-in fields in every language; a custom field's own words are the same in each. */
  label: LabelInAll,
  /** The choices of `one_of` and `many_of`; those of a built-in field have their words in every language. */
  options: z.array(FieldOption.extend({ labels: LabelInAll.optional() })),
  /** The currency of a `money` field, whose values are minor units. */
  currency: z.string().nullable(),
  custom: z.boolean(),
  /** The asset type whose assets alone have the field; null: every record of the entity has it. */
  assetTypeId: AssetTypeId.nullable(),
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
  summary: 'Every field of contacts, companies, leads and assets, built in and custom',
  tag: 'People',
});
