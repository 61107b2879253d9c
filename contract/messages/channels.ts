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
} as const satisfies Messages;
