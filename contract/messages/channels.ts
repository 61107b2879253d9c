import type { Messages } from './languages.ts';

export const channelsMessages = {
  account_host: {
    en: 'This is not the name of a server. Write it like smtp.example.com.',
    nb: 'Dette er ikke navnet på en server. Skriv det som smtp.example.com.',
    pl: 'To nie jest nazwa serwera. Wpisz ją jak smtp.example.com.',
    fr: 'Ce n’est pas le nom d’un serveur. Écrivez-le comme smtp.example.com.',
  },
  account_password_again: {
    en: 'The server has changed. Enter the password again, so that it is not sent to a server it was not meant for.',
    nb: 'Serveren er endret. Skriv inn passordet på nytt, så det ikke sendes til en server det ikke var ment for.',
    pl: 'Zmieniono serwer. Wpisz hasło ponownie, aby nie trafiło do serwera, dla którego nie było przeznaczone.',
    fr: 'Le serveur a changé. Saisissez de nouveau le mot de passe, pour qu’il ne soit pas envoyé au mauvais serveur.',
  },
  account_not_sending: {
    en: 'Nothing can be sent from this account. Set its type to sending and give it a sender address.',
    nb: 'Det kan ikke sendes fra denne kontoen. Sett typen til sending og oppgi en avsenderadresse.',
    pl: 'Z tego konta nie można wysyłać. Ustaw typ „wysyłanie” i podaj adres nadawcy.',
    fr: 'Rien ne peut être envoyé depuis ce compte. Choisissez le type « envoi » et donnez une adresse d’expéditeur.',
  },
  account_bounce_address: {
    en: 'Choose an address with at most 15 characters before the @ and no plus: a code is added there for each message.',
    nb: 'Velg en adresse med høyst 15 tegn foran @ og uten pluss: der legges det til en kode for hver melding.',
    pl: 'Wybierz adres mający najwyżej 15 znaków przed @ i bez plusa: w tym miejscu dodawany jest kod każdej wiadomości.',
    fr: 'Choisissez une adresse d’au plus 15 caractères avant le @ et sans plus : un code y est ajouté à chaque message.',
  },
  pace_domain: {
    en: 'This is not a domain. Write it like gmail.com, one after the other.',
    nb: 'Dette er ikke et domene. Skriv det som gmail.com, ett etter det andre.',
    pl: 'To nie jest domena. Wpisz ją jak gmail.com, jedną po drugiej.',
    fr: 'Ce n’est pas un domaine. Écrivez-le comme gmail.com, l’un après l’autre.',
  },
  dkim_not_published: {
    en: 'The DNS does not show this key yet. Publish the record {name}, wait until it is visible, then switch signing on.',
    nb: 'DNS viser ikke denne nøkkelen ennå. Publiser oppføringen {name}, vent til den er synlig, og slå så på signering.',
    pl: 'DNS nie pokazuje jeszcze tego klucza. Opublikuj rekord {name}, poczekaj, aż będzie widoczny, i włącz podpisywanie.',
    fr: 'Le DNS ne montre pas encore cette clé. Publiez l’enregistrement {name}, attendez qu’il soit visible, puis activez la signature.',
  },
  dkim_other_domain: {
    en: 'This key was made for another domain. The account now sends from {domain}: make a new key for it.',
    nb: 'Denne nøkkelen ble laget for et annet domene. Kontoen sender nå fra {domain}: lag en ny nøkkel for det.',
    pl: 'Ten klucz utworzono dla innej domeny. Konto wysyła teraz z {domain}: utwórz dla niej nowy klucz.',
    fr: 'Cette clé a été créée pour un autre domaine. Le compte envoie maintenant depuis {domain} : créez-en une nouvelle.',
  },
  sms_sender: {
    en: 'Write a name of at most 11 letters, digits and spaces, a short number, or a number like +4790012345.',
    nb: 'Skriv et navn på høyst 11 bokstaver, sifre og mellomrom, et kortnummer, eller et nummer som +4790012345.',
    pl: 'Wpisz nazwę z najwyżej 11 liter, cyfr i spacji, krótki numer albo numer taki jak +48600123456.',
    fr: 'Écrivez un nom d’au plus 11 lettres, chiffres et espaces, un numéro court, ou un numéro comme +33612345678.',
  },
  sms_template_json: {
    en: 'This is not JSON. Put placeholders inside quotes, as in { "to": "{to}", "text": "{text}" }.',
    nb: 'Dette er ikke JSON. Sett plassholdere i anførselstegn, som i { "to": "{to}", "text": "{text}" }.',
    pl: 'To nie jest JSON. Umieść symbole w cudzysłowie, jak w { "to": "{to}", "text": "{text}" }.',
    fr: 'Ce n’est pas du JSON. Mettez les repères entre guillemets, comme dans { "to": "{to}", "text": "{text}" }.',
  },
  sms_no_way_out: {
    en: 'The text does not say how to get no more. Add the unsubscribe link, or a line like “Reply STOP to opt out”.',
    nb: 'Teksten sier ikke hvordan man slipper flere. Legg til avmeldingslenken, eller en linje som «Svar STOPP for å melde deg av».',
    pl: 'Tekst nie mówi, jak z niego zrezygnować. Dodaj link do wypisania albo wiersz „Odpisz STOP, aby zrezygnować”.',
    fr: 'Le texte ne dit pas comment ne plus en recevoir. Ajoutez le lien de désabonnement, ou une ligne comme « STOP pour se désabonner ».',
  },
  sms_country: {
    en: 'Write a country as two capital letters, such as NO, or leave it empty for all others.',
    nb: 'Skriv landet med to store bokstaver, som NO, eller la det stå tomt for alle andre.',
    pl: 'Wpisz kraj dwiema wielkimi literami, np. PL, albo zostaw puste dla wszystkich innych.',
    fr: 'Écrivez le pays en deux majuscules, comme FR, ou laissez vide pour tous les autres.',
  },
} as const satisfies Messages;
