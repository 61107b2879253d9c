import type { CrmFieldInfo } from '../../../../contract/crm-fields.ts';
import { FULL_NAME, type ImportEntity, importableFields, type Mapping } from '../../../../contract/import.ts';

type Field = Pick<CrmFieldInfo, 'name' | 'entity' | 'label' | 'custom'> & Partial<Pick<CrmFieldInfo, 'assetTypeId'>>;

/** What the owner of an asset goes by in a file of assets. */
const OWNER_NAMES: [name: string, called: string[]][] = [
  [
    'owner.email',
    [
      'email',
      'e mail',
      'mail',
      'owner email',
      'owner e mail',
      'epost',
      'e post',
      'eiers e post',
      'e mail wlasciciela',
      'courriel',
      'e mail du proprietaire',
    ],
  ],
  [
    'owner.organisation_number',
    [
      'orgnr',
      'org nr',
      'organisation number',
      'organisasjonsnummer',
      'krs',
      'regon',
      'siren',
      'numer rejestrowy',
      'numero siren',
    ],
  ],
  [
    'owner.name',
    [
      'owner',
      'owner name',
      'customer',
      'eier',
      'eiers navn',
      'kunde',
      'wlasciciel',
      'klient',
      'proprietaire',
      'client',
    ],
  ],
];

/** What columns are called besides a field's own labels, as `plainHeader` writes it; the part after the dot stands for both entities. */
const ALSO: Record<string, string[]> = {
  first_name: ['firstname', 'given name', 'forename', 'for navn', 'imiona', 'prenom'],
  last_name: ['lastname', 'surname', 'family name', 'efternavn', 'etter navn', 'slektsnavn', 'nom de famille'],
  full_name: [
    'full name',
    'fullname',
    'name',
    'contact',
    'contact name',
    'navn',
    'fullt navn',
    'kontakt',
    'kontaktperson',
    'imie i nazwisko',
    'osoba',
    'nom complet',
    'nom et prenom',
  ],
  title: ['job title', 'position', 'role', 'stilling', 'rolle', 'funkcja', 'poste', 'titre'],
  email: [
    'email',
    'mail',
    'email address',
    'e mail address',
    'mail address',
    'epost',
    'e post',
    'epostadresse',
    'e postadresse',
    'adres email',
    'adres e mail',
    'poczta',
    'courriel',
    'adresse e mail',
    'adresse email',
    'adresse mel',
    'mel',
  ],
  phone: [
    'telephone',
    'phone number',
    'mobile',
    'mobile phone',
    'cell',
    'tel',
    'tlf',
    'tlf nr',
    'telefonnummer',
    'mobil',
    'mobilnummer',
    'mobiltelefon',
    'numer telefonu',
    'nr telefonu',
    'komorka',
    'tel kom',
    'portable',
    'numero de telephone',
  ],
  street: [
    'address',
    'street address',
    'address line 1',
    'adresse',
    'gate',
    'gateadresse',
    'postadresse',
    'adres',
    'ulica i numer',
    'adresse postale',
    'voie',
  ],
  postal_code: [
    'zip',
    'zip code',
    'zipcode',
    'postcode',
    'post code',
    'postnr',
    'post nr',
    'kod',
    'cp',
    'code postale',
  ],
  city: ['town', 'by', 'sted', 'miasto', 'commune', 'localite'],
  country: ['country code', 'landkode', 'panstwo', 'kod kraju', 'code pays'],
  language: ['lang', 'locale', 'language code', 'malform', 'sprak', 'jezyk'],
  time_zone: ['timezone', 'tz'],
  birthday: [
    'birth date',
    'birthdate',
    'date of birth',
    'dob',
    'fodselsdato',
    'fodt',
    'data ur',
    'urodziny',
    'ne le',
    'anniversaire',
  ],
  account_manager: [
    'owner',
    'responsible',
    'sales rep',
    'ansvarlig',
    'selger',
    'opiekun klienta',
    'handlowiec',
    'charge de compte',
    'commercial',
  ],
  tags: ['tag', 'labels', 'label', 'merkelapper', 'etiketter', 'tagi', 'etykieta', 'mots cles'],
  identifier: [
    'registration',
    'plate',
    'licence plate',
    'license plate',
    'serial number',
    'vin',
    'regnr',
    'reg nr',
    'registreringsnummer',
    'serienummer',
    'numer rejestracyjny',
    'nr rejestracyjny',
    'numer seryjny',
    'immatriculation',
    'plaque',
    'numero de serie',
  ],
  acquired_on: ['bought', 'purchase date', 'kjopt', 'kjopsdato', 'data zakupu', 'date d achat'],
  disposed_on: ['sold', 'solgt', 'sprzedano', 'vendu'],
  company_name: [
    'company',
    'company name',
    'organisation',
    'firm',
    'firma',
    'bedrift',
    'selskap',
    'nazwa firmy',
    'societe',
    'entreprise',
  ],
  source: ['kilde', 'zrodlo', 'origine', 'lead source'],
  name: [
    'company',
    'company name',
    'organisation',
    'organization',
    'account',
    'firm',
    'firma',
    'bedrift',
    'firmanavn',
    'selskap',
    'organisasjon',
    'nazwa',
    'przedsiebiorstwo',
    'spolka',
    'societe',
    'entreprise',
    'raison sociale',
  ],
  organisation_number: [
    'org number',
    'org no',
    'orgnr',
    'org nr',
    'organisasjonsnr',
    'registration number',
    'company number',
    'krs',
    'regon',
    'siren',
    'siret',
    'numero siren',
    'numero siret',
  ],
  vat_id: ['vat', 'vat id', 'vat no', 'mva', 'mva nr', 'nip', 'tva', 'numero tva', 'n tva'],
  website: [
    'web',
    'url',
    'homepage',
    'site',
    'hjemmeside',
    'nettside',
    'www',
    'strona',
    'strona internetowa',
    'site internet',
  ],
};

/** Lower case, without accents, punctuation as single spaces: `E-postadresse:` → `e postadresse`. */
export const plainHeader = (header: string): string =>
  header
    .toLowerCase()
    .replace(/[æœ]/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const afterEntity = (name: string) => name.split('.').at(-1) ?? name;

/** Names that a field goes by, the surest first. */
const namesOf = (name: string, field: Field | undefined): string[] => {
  const short = afterEntity(name);
  const labels = field ? Object.values(field.label) : [];
  return [name, short, ...labels, ...(field?.custom || name === 'asset.name' ? [] : (ALSO[short] ?? []))].map(
    plainHeader,
  );
};

const looksLikeEmail = (value: string) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value.trim());

/** Whether the first row names the columns: it does unless an e-mail address stands in it. */
export const guessHeader = (cells: readonly string[]): boolean => !cells.some(looksLikeEmail);

/**
 * The field each column most likely fills, each field once. `values` are the columns' first values; they tell an address from its looks. In a file of
 * contacts, company fields give way to the contact's own (an “E-mail” column is the person's).
 */
export const guessMapping = (
  entity: ImportEntity,
  fields: readonly Field[],
  columns: readonly { name: string; values: readonly string[] }[],
  assetTypeId: string | null = null,
): Mapping => {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const names = new Map<string, string>();
  for (const name of importableFields(entity, fields, assetTypeId)) {
    for (const called of namesOf(name, byName.get(name)))
      if (called !== '' && !names.has(called)) names.set(called, name);
  }
  if (entity === 'asset')
    for (const [name, called] of OWNER_NAMES) for (const one of called) if (!names.has(one)) names.set(one, name);
  if (entity === 'contact') {
    for (const called of ['company', 'firma', 'entreprise', ...(ALSO['name'] ?? [])])
      if (!names.has(called)) names.set(called, 'company.name');
    names.set('nom', columns.some(({ name }) => plainHeader(name) === 'prenom') ? 'contact.last_name' : FULL_NAME);
  }
  const taken = new Set<string>();
  const take = (name: string | undefined) => {
    if (name === undefined || taken.has(name)) return null;
    taken.add(name);
    return name;
  };
  const found = columns.map((column) => take(names.get(plainHeader(column.name))));
  const email = `${entity}.email`;
  return found.map((name, place) => {
    const filled = columns[place]?.values.filter((value) => value.trim() !== '') ?? [];
    return name ?? (filled.length > 0 && filled.every(looksLikeEmail) ? take(email) : null);
  });
};
