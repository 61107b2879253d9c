import type { Messages } from './languages.ts';

export const consentMessages = {
  wording_needed: {
    en: 'Write the words the person agreed to: they are the proof.',
    nb: 'Skriv ordene personen sa ja til: de er beviset.',
    pl: 'Wpisz treść, na którą osoba się zgodziła: to ona jest dowodem.',
    fr: 'Indiquez les termes acceptés par la personne : ils font preuve.',
  },
  topic_taken: {
    en: 'There is a topic of this name already. Choose another name, or use that topic.',
    nb: 'Det finnes allerede et emne med dette navnet. Velg et annet navn, eller bruk det emnet.',
    pl: 'Temat o tej nazwie już istnieje. Wybierz inną nazwę albo użyj tamtego tematu.',
    fr: 'Un thème de ce nom existe déjà. Choisissez un autre nom ou utilisez ce thème.',
  },
  topic_archived: {
    en: 'This topic is archived. Restore it first, or choose another.',
    nb: 'Dette emnet er arkivert. Gjenopprett det først, eller velg et annet.',
    pl: 'Ten temat jest w archiwum. Najpierw go przywróć albo wybierz inny.',
    fr: 'Ce thème est archivé. Restaurez-le d’abord ou choisissez-en un autre.',
  },
  not_suppressible: {
    en: '“{value}” is no e-mail address, domain or phone number with country code. Write it like name@example.com, example.com or +47 22 12 34 56.',
    nb: '«{value}» er verken e-postadresse, domene eller telefonnummer med landskode. Skriv det som navn@example.com, example.com eller +47 22 12 34 56.',
    pl: '„{value}” nie jest adresem e-mail, domeną ani numerem telefonu z kodem kraju. Wpisz jak nazwa@example.com, example.com albo +48 22 123 45 67.',
    fr: '« {value} » n’est ni une adresse e-mail, ni un domaine, ni un numéro avec indicatif. Écrivez nom@example.com, example.com ou +33 1 23 45 67 89.',
  },
  suppressed_already: {
    en: 'This is on the list already, with the same channel and purpose.',
    nb: 'Dette står allerede på listen, med samme kanal og formål.',
    pl: 'To już jest na liście, z tym samym kanałem i celem.',
    fr: 'C’est déjà sur la liste, avec le même canal et le même usage.',
  },
  unknown_channel: {
    en: '“{value}” is no channel. Use all, email, sms, letter or call, or leave it empty.',
    nb: '«{value}» er ingen kanal. Bruk all, email, sms, letter eller call, eller la feltet stå tomt.',
    pl: '„{value}” nie jest kanałem. Użyj all, email, sms, letter lub call albo zostaw puste.',
    fr: '« {value} » n’est pas un canal. Utilisez all, email, sms, letter ou call, ou laissez vide.',
  },
  unknown_purpose: {
    en: '“{value}” is no purpose. Use marketing or all, or leave it empty.',
    nb: '«{value}» er ikke noe formål. Bruk marketing eller all, eller la feltet stå tomt.',
    pl: '„{value}” nie jest celem. Użyj marketing lub all albo zostaw puste.',
    fr: '« {value} » n’est pas un usage. Utilisez marketing ou all, ou laissez vide.',
  },
  nothing_to_import: {
    en: 'The list is empty. Paste one address, domain or number a line.',
    nb: 'Listen er tom. Lim inn én adresse, ett domene eller ett nummer per linje.',
    pl: 'Lista jest pusta. Wklej jeden adres, domenę lub numer w wierszu.',
    fr: 'La liste est vide. Collez une adresse, un domaine ou un numéro par ligne.',
  },
  csv_unreadable: {
    en: 'This CSV cannot be read at line {line}: a quotation mark is opened and not closed, or stands in the wrong place. Correct that line.',
    nb: 'CSV-en kan ikke leses på linje {line}: et anførselstegn er åpnet og ikke lukket, eller står feil. Rett den linjen.',
    pl: 'Nie można odczytać CSV w wierszu {line}: cudzysłów nie został zamknięty albo stoi w złym miejscu. Popraw ten wiersz.',
    fr: 'Ce CSV est illisible à la ligne {line} : un guillemet n’est pas fermé ou est mal placé. Corrigez cette ligne.',
  },
} as const satisfies Messages;
