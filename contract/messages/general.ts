import type { Messages } from './languages.ts';

export const generalMessages = {
  not_found: {
    en: 'This {what} does not exist, or was deleted. Go back to the list and choose another.',
    nb: 'Dette finnes ikke ({what}), eller er slettet. Gå tilbake til listen og velg et annet.',
    pl: 'Ten element ({what}) nie istnieje lub został usunięty. Wróć do listy i wybierz inny.',
    fr: 'Cet élément ({what}) n’existe pas ou a été supprimé. Revenez à la liste et choisissez-en un autre.',
  },
  forbidden: {
    en: 'You may not do this ({permission}). Ask an administrator for the right.',
    nb: 'Du har ikke lov til dette ({permission}). Be en administrator om rettigheten.',
    pl: 'Nie masz do tego uprawnień ({permission}). Poproś administratora o prawo.',
    fr: 'Vous n’en avez pas le droit ({permission}). Demandez ce droit à un administrateur.',
  },
  sign_in_needed: {
    en: 'You are signed out. Sign in again.',
    nb: 'Du er logget ut. Logg inn igjen.',
    pl: 'Nastąpiło wylogowanie. Zaloguj się ponownie.',
    fr: 'Vous êtes déconnecté. Reconnectez-vous.',
  },
  unexpected: {
    en: 'Something failed on our side. Try again; if it stays, give this number to your administrator: {request}.',
    nb: 'Noe gikk galt hos oss. Prøv igjen; hvis det vedvarer, gi administratoren dette nummeret: {request}.',
    pl: 'Wystąpił błąd po naszej stronie. Spróbuj ponownie; jeśli się powtórzy, podaj administratorowi numer: {request}.',
    fr: 'Une erreur est survenue de notre côté. Réessayez ; si elle persiste, donnez ce numéro à votre administrateur : {request}.',
  },
  database_unreachable: {
    en: 'The database cannot be reached right now. Nothing is lost; try again in a moment.',
    nb: 'Databasen kan ikke nås akkurat nå. Ingenting er tapt; prøv igjen om litt.',
    pl: 'Baza danych jest chwilowo nieosiągalna. Nic nie przepadło; spróbuj za chwilę.',
    fr: 'La base de données est injoignable pour l’instant. Rien n’est perdu ; réessayez dans un instant.',
  },
  database_full: {
    en: 'The disk of the database is full, so nothing could be stored. Make room on it, then try again.',
    nb: 'Disken til databasen er full, så ingenting kunne lagres. Frigjør plass og prøv igjen.',
    pl: 'Dysk bazy danych jest pełny, więc niczego nie zapisano. Zwolnij na nim miejsce i spróbuj ponownie.',
    fr: 'Le disque de la base de données est plein, rien n’a pu être enregistré. Libérez de la place, puis réessayez.',
  },
  too_large: {
    en: 'This is too large (at most {limit}). Send a smaller one.',
    nb: 'Dette er for stort (høyst {limit}). Send noe mindre.',
    pl: 'To jest za duże (najwyżej {limit}). Wyślij mniejsze.',
    fr: 'C’est trop volumineux (au plus {limit}). Envoyez-en un plus petit.',
  },
  too_many_requests: {
    en: 'Too many attempts. Wait {seconds} seconds and try again.',
    nb: 'For mange forsøk. Vent {seconds} sekunder og prøv igjen.',
    pl: 'Zbyt wiele prób. Odczekaj {seconds} s i spróbuj ponownie.',
    fr: 'Trop de tentatives. Attendez {seconds} secondes et réessayez.',
  },
  cross_site: {
    en: 'This request came from another site and was refused. Open Fanfare directly and try again.',
    nb: 'Forespørselen kom fra et annet nettsted og ble avvist. Åpne Fanfare direkte og prøv igjen.',
    pl: 'Żądanie przyszło z innej witryny i zostało odrzucone. Otwórz Fanfare bezpośrednio i spróbuj ponownie.',
    fr: 'Cette requête venait d’un autre site et a été refusée. Ouvrez Fanfare directement et réessayez.',
  },
  invalid_json: {
    en: 'This is not valid JSON. Check brackets and quotes.',
    nb: 'Dette er ikke gyldig JSON. Sjekk parenteser og anførselstegn.',
    pl: 'To nie jest poprawny JSON. Sprawdź nawiasy i cudzysłowy.',
    fr: 'Ce n’est pas du JSON valide. Vérifiez crochets et guillemets.',
  },
  required: {
    en: 'Fill in this field.',
    nb: 'Fyll ut dette feltet.',
    pl: 'Wypełnij to pole.',
    fr: 'Remplissez ce champ.',
  },
  invalid: {
    en: 'This value does not fit here ({reason}). Correct it.',
    nb: 'Verdien passer ikke her ({reason}). Rett den.',
    pl: 'Ta wartość tu nie pasuje ({reason}). Popraw ją.',
    fr: 'Cette valeur ne convient pas ici ({reason}). Corrigez-la.',
  },
  too_long: {
    en: 'At most {max} characters. Shorten it.',
    nb: 'Høyst {max} tegn. Kort den ned.',
    pl: 'Najwyżej {max} znaków. Skróć.',
    fr: 'Au plus {max} caractères. Raccourcissez.',
  },
  too_short: {
    en: 'At least {min} characters. Write more.',
    nb: 'Minst {min} tegn. Skriv mer.',
    pl: 'Co najmniej {min} znaków. Dopisz.',
    fr: 'Au moins {min} caractères. Complétez.',
  },
  too_small: {
    en: 'At least {min}. Enter a larger number.',
    nb: 'Minst {min}. Skriv et større tall.',
    pl: 'Co najmniej {min}. Wpisz większą liczbę.',
    fr: 'Au moins {min}. Saisissez un nombre plus grand.',
  },
  too_big: {
    en: 'At most {max}. Enter a smaller number.',
    nb: 'Høyst {max}. Skriv et mindre tall.',
    pl: 'Najwyżej {max}. Wpisz mniejszą liczbę.',
    fr: 'Au plus {max}. Saisissez un nombre plus petit.',
  },
  invalid_choice: {
    en: 'Choose one of: {choices}.',
    nb: 'Velg en av: {choices}.',
    pl: 'Wybierz jedno z: {choices}.',
    fr: 'Choisissez parmi : {choices}.',
  },
  invalid_email: {
    en: 'This is not an e-mail address. Write it like name@example.com.',
    nb: 'Dette er ikke en e-postadresse. Skriv den som navn@example.com.',
    pl: 'To nie jest adres e-mail. Wpisz go jak nazwa@example.com.',
    fr: 'Ce n’est pas une adresse e-mail. Écrivez-la comme nom@example.com.',
  },
  unknown_field: {
    en: 'The field “{name}” is not known here. Remove it.',
    nb: 'Feltet «{name}» er ikke kjent her. Fjern det.',
    pl: 'Pole „{name}” nie jest tu znane. Usuń je.',
    fr: 'Le champ « {name} » n’est pas connu ici. Retirez-le.',
  },
  taken: {
    en: 'This is taken already. Choose another.',
    nb: 'Dette er allerede i bruk. Velg noe annet.',
    pl: 'To jest już zajęte. Wybierz inne.',
    fr: 'C’est déjà pris. Choisissez autre chose.',
  },
} as const satisfies Messages;
