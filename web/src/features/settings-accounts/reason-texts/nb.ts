import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  by_hand: 'Noen har satt den på pause.',
  login_refused:
    'Serveren avviser brukernavnet eller passordet. Skriv dem inn på nytt; noen leverandører krever et app-passord.',
  sender_refused: 'Serveren lar ikke denne kontoen sende fra avsenderadressen. Bruk en adresse som hører til kontoen.',
  server_refused: 'Serveren vil ikke snakke med oss. Spør administratoren om denne maskinen får sende gjennom den.',
  certificate_refused:
    'Serverens sertifikat er ikke til å stole på: det er utløpt, gjelder et annet navn, eller ingen går god for det. Sjekk servernavnet eller spør administratoren.',
  tls_failed: 'Kryptering kunne ikke avtales. Sjekk port og kryptering: 465 hører til TLS, 587 til STARTTLS.',
  tls_not_offered: 'Serveren tilbyr ikke kryptering her. Sjekk porten, eller velg en annen kryptering.',
  tls_refused: 'Serveren nekter å kryptere. Spør administratoren.',
  password_needs_tls: 'Serveren tilbyr ikke kryptering, og passord sendes ikke ukryptert. Velg TLS eller STARTTLS.',
  no_such_mailbox: 'Serveren sier at mottakeren ikke finnes. Test med en annen adresse.',
  malformed_address: 'Serveren godtar ikke dette som en adresse. Sjekk den.',
  address_needs_utf8: 'Serveren kan ikke ta en adresse med slike bokstaver. Test med en annen adresse.',
  mailbox_disabled: 'Mottakerens postkasse er deaktivert. Test med en annen adresse.',
  policy: 'Serveren avviser meldingen etter sine regler. Svaret sier hvorfor.',
  too_big: 'Meldingen er større enn serveren tillater.',
  content_refused: 'Serveren avviser innholdet i meldingen.',
  refused: 'Serveren avviser meldingen. Svaret sier hvorfor.',
  greylisted:
    'Serveren ber oss prøve igjen senere: det gjør den med alle den ser for første gang. Test igjen om fem minutter.',
  rate_limited: 'Serveren sier at vi sender for fort. Vent litt og test igjen.',
  mailbox_full: 'Mottakerens postkasse er full. Test med en annen adresse.',
  server_full: 'Serveren har ikke plass akkurat nå. Test igjen senere.',
  server_busy: 'Serveren er opptatt. Test igjen om noen minutter.',
  too_many_recipients: 'Serveren tar ikke flere mottakere akkurat nå. Test igjen senere.',
  login_unavailable: 'Innlogging er ikke mulig akkurat nå. Test igjen senere.',
  not_now: 'Serveren kan ikke ta imot meldingen nå. Test igjen senere.',
  out_of_step: 'Samtalen med serveren kom i utakt. Test igjen.',
  server_not_found: 'Det finnes ingen server med dette navnet. Sjekk servernavnet.',
  server_unreachable: 'Ingen svarer på denne serveren og porten. Sjekk begge, og om en brannmur står imellom.',
  bad_reply: 'Det som svarer, er ingen e-postserver, eller den er i ustand. Sjekk servernavn og port.',
  connection_lost: 'Serveren avsluttet forbindelsen. Test igjen; hvis det vedvarer, spør administratoren.',
  timeout: 'Serveren svarte ikke i tide. Test igjen senere.',
  inside_address:
    'SMS-portens adresse ligger på denne maskinen eller nettverket. Bruk adressen på internett, eller sett INSIDE_GATEWAYS=yes.',
  partly_refused: 'SMS-porten tok noen deler av meldingen og avviste resten.',
};
