import type { Messages } from './languages.ts';

export const customersMessages = {
  unknown_contact: {
    en: 'This contact does not exist, or was deleted. Choose another.',
    nb: 'Denne kontakten finnes ikke, eller er slettet. Velg en annen.',
    pl: 'Ten kontakt nie istnieje lub został usunięty. Wybierz inny.',
    fr: 'Ce contact n’existe pas ou a été supprimé. Choisissez-en un autre.',
  },
  unknown_asset_type: {
    en: 'This asset type does not exist. Choose another, or add it in the settings.',
    nb: 'Denne eiendelstypen finnes ikke. Velg en annen, eller legg den til i innstillingene.',
    pl: 'Ten typ obiektu nie istnieje. Wybierz inny albo dodaj go w ustawieniach.',
    fr: 'Ce type de bien n’existe pas. Choisissez-en un autre ou ajoutez-le dans les paramètres.',
  },
  unknown_interaction_type: {
    en: 'This interaction type does not exist. Choose another, or add it in the settings.',
    nb: 'Denne aktivitetstypen finnes ikke. Velg en annen, eller legg den til i innstillingene.',
    pl: 'Ten typ działania nie istnieje. Wybierz inny albo dodaj go w ustawieniach.',
    fr: 'Ce type d’interaction n’existe pas. Choisissez-en un autre ou ajoutez-le dans les paramètres.',
  },
  invalid_vat_id: {
    en: 'This cannot be a VAT number. Write letters and digits only, such as NO 974 760 673 MVA.',
    nb: 'Dette kan ikke være et MVA-nummer. Skriv bare bokstaver og sifre, for eksempel NO 974 760 673 MVA.',
    pl: 'To nie może być numer VAT. Wpisz tylko litery i cyfry, na przykład PL 526 025 09 95.',
    fr: 'Ceci ne peut pas être un numéro de TVA. N’écrivez que des lettres et des chiffres, par exemple FR 40 303 265 045.',
  },
  vat_id_format: {
    en: 'A VAT number of {country} does not look like this. Write it as {example}, or correct the country.',
    nb: 'Et MVA-nummer fra {country} ser ikke slik ut. Skriv det som {example}, eller rett landet.',
    pl: 'Numer VAT kraju {country} tak nie wygląda. Zapisz go jak {example} albo popraw kraj.',
    fr: 'Un numéro de TVA de {country} n’a pas cette forme. Écrivez-le comme {example}, ou corrigez le pays.',
  },
  vat_id_check: {
    en: 'The check digit of this VAT number is wrong, so a digit was mistyped. Compare it with the original.',
    nb: 'Kontrollsifferet i dette MVA-nummeret stemmer ikke, så et siffer er feil. Sammenlign med originalen.',
    pl: 'Cyfra kontrolna tego numeru VAT się nie zgadza, więc któraś cyfra jest błędna. Porównaj z oryginałem.',
    fr: 'La clé de ce numéro de TVA est fausse : un chiffre est erroné. Comparez-le à l’original.',
  },
  lead_needs_name: {
    en: 'Give at least a name, a company, an e-mail address or a phone number.',
    nb: 'Oppgi minst et navn, et firma, en e-postadresse eller et telefonnummer.',
    pl: 'Podaj przynajmniej nazwisko, firmę, adres e-mail albo numer telefonu.',
    fr: 'Indiquez au moins un nom, une entreprise, une adresse e-mail ou un numéro de téléphone.',
  },
  lead_converted: {
    en: 'This lead is a customer already. Change the customer instead.',
    nb: 'Dette emnet er allerede kunde. Endre kunden i stedet.',
    pl: 'Ten lead jest już klientem. Zamiast tego zmień klienta.',
    fr: 'Ce prospect est déjà client. Modifiez plutôt le client.',
  },
  lead_lost: {
    en: 'This lead is marked as lost. Reopen it first.',
    nb: 'Dette emnet er merket som tapt. Åpne det igjen først.',
    pl: 'Ten lead jest oznaczony jako utracony. Najpierw otwórz go ponownie.',
    fr: 'Ce prospect est marqué comme perdu. Rouvrez-le d’abord.',
  },
  lead_becomes_nothing: {
    en: 'Choose a contact or a company that the lead becomes.',
    nb: 'Velg en kontakt eller et firma som emnet blir til.',
    pl: 'Wybierz kontakt lub firmę, którą stanie się lead.',
    fr: 'Choisissez le contact ou l’entreprise que devient le prospect.',
  },
  company_name_needed: {
    en: 'The lead names no company. Write its name on the lead first, or choose a company that is there.',
    nb: 'Emnet nevner ikke noe firma. Skriv firmanavnet på emnet først, eller velg et firma som finnes.',
    pl: 'Lead nie podaje firmy. Najpierw wpisz jej nazwę w leadzie albo wybierz istniejącą firmę.',
    fr: 'Le prospect n’indique aucune entreprise. Écrivez d’abord son nom sur le prospect, ou choisissez une entreprise existante.',
  },
  asset_needs_name: {
    en: 'Give the asset a name or an identifier.',
    nb: 'Gi eiendelen et navn eller en identifikator.',
    pl: 'Nadaj obiektowi nazwę albo identyfikator.',
    fr: 'Donnez au bien un nom ou un identifiant.',
  },
  identifier_taken: {
    en: '“{name}” has this identifier already. Open that one, or correct the identifier.',
    nb: '«{name}» har allerede denne identifikatoren. Åpne den, eller rett identifikatoren.',
    pl: '„{name}” ma już ten identyfikator. Otwórz tamten obiekt albo popraw identyfikator.',
    fr: '« {name} » porte déjà cet identifiant. Ouvrez ce bien, ou corrigez l’identifiant.',
  },
  disposed_before_acquired: {
    en: 'It cannot be disposed of before it was acquired. Correct one of the dates.',
    nb: 'Den kan ikke avhendes før den ble anskaffet. Rett en av datoene.',
    pl: 'Nie można zbyć przed nabyciem. Popraw jedną z dat.',
    fr: 'Il ne peut être cédé avant d’être acquis. Corrigez l’une des dates.',
  },
  type_key_taken: {
    en: 'There is already a type “{key}” (perhaps archived). Choose another name, or restore it.',
    nb: 'Det finnes allerede en type «{key}» (kanskje arkivert). Velg et annet navn, eller gjenopprett den.',
    pl: 'Typ „{key}” już istnieje (być może w archiwum). Wybierz inną nazwę albo przywróć go.',
    fr: 'Un type « {key} » existe déjà (peut-être archivé). Choisissez un autre nom ou rétablissez-le.',
  },
} as const satisfies Messages;
