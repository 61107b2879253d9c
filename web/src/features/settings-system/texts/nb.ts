import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  api: 'API',
  apiText: 'Alt som kan gjøres her, kan også et program gjøre: dette grensesnittet bruker ikke noe annet.',
  document: 'Beskrivelsen av API-et',
  documentText: 'Alle operasjoner med felter, svar og feil, laget av versjonen som kjører.',
  browse: 'Les og prøv ut',
  openApi: 'OpenAPI 3.1 (JSON)',
  tryIt: 'Et første kall',
  tryItText:
    'Et program logger inn som en bruker med /api/sign-in og tar vare på informasjonskapselen; det får gjøre det brukeren får gjøre. Kall som endrer noe, har med headeren x-fanfare: 1.',
  workers: 'Arbeidsprosesser',
  workersText:
    'Prosessene som lager lister og sender. Start flere, på hvilken som helst maskin, for å sende raskere; faller én ut, tar de andre over.',
  host: 'Maskin',
  process: 'Prosess',
  state: 'Tilstand',
  idle: 'Venter på arbeid',
  sending_one: 'Sender: {count} bunke i arbeid',
  sending_other: 'Sender: {count} bunker i arbeid',
  since: 'Har kjørt siden',
  heardOf: 'Sist hørt fra',
  noWorkers: 'Ingen arbeidsprosess kjører',
  noWorkersText: 'Ingenting sendes før en er startet. Start en på serveren med',
  restoredTitle: 'Ingenting sendes: databasen er eldre enn det som er sendt',
  restoredText:
    'Arbeideren på {host} husker en senere tilstand, så dette ligner en gjenopprettet sikkerhetskopi. Det som er sendt siden kopien, står ikke i den og ville bli sendt på nytt. Alle kampanjer er satt på pause.',
  strangerTitle: 'Ingenting sendes: ingen arbeider kjenner denne databasen',
  strangerText:
    'Arbeideren på {host} har aldri sendt for den, og ingen annen arbeider som har det, kjører. Etter flytting til en ny maskin er det som ventet; med en gammel kopi av databasen er det ikke det.',
  waits_database_full: 'Venter: disken til databasen er full',
  waits_folder_full: 'Venter: disken er full',
  databaseFullTitle: 'Ingenting sendes: disken til databasen er full',
  folderFullTitle: 'En arbeider sender ingenting: disken er full',
  databaseFullText:
    'Frigjør plass. Ingenting er tapt, og sendingen fortsetter av seg selv i løpet av sekunder. Oppdaget av arbeideren på {host}.',
  folderFullText:
    'Disken til datamappen på {host} er full, og uten journalen sin overleverer arbeideren ingenting. Frigjør plass; den fortsetter av seg selv i løpet av sekunder.',
  vouch: 'Dette er riktig database',
  vouchQuestion: 'Fortsette med denne databasen?',
  vouchText:
    'Bare hvis du vet at ingenting er sendt siden kopien ble laget, eller hva. Kampanjer på pause forblir på pause; gjenoppta hver når du har sett på den.',
  vouched: 'Sendingen kan fortsette. Gjenoppta kampanjene én for én.',
  vouchAsk: 'En administrator kan frigi den her.',
  clock: 'Klokke',
  clockRight: 'Riktig',
  clockAhead: '{time} foran',
  clockBehind: '{time} etter',
  clockTitle: 'Klokken på {host} går feil: {off}',
  clockText:
    'Sending følger databasens klokke, så ingenting sendes til feil tid. Still likevel klokken på den maskinen: loggen og datoen i meldingene følger den.',
};
