import type { Messages } from './languages.ts';

export const accessMessages = {
  stand_in_self: {
    en: 'Nobody stands in for himself. Choose a colleague.',
    nb: 'Ingen er sin egen stedfortreder. Velg en kollega.',
    pl: 'Nikt nie zastępuje samego siebie. Wybierz kogoś innego.',
    fr: 'Nul ne se remplace soi-même. Choisissez un collègue.',
  },
  invalid_list_name: {
    en: 'This is no list. Use the name of a list of the interface, such as “campaigns”.',
    nb: 'Dette er ingen liste. Bruk navnet på en liste i grensesnittet, for eksempel «campaigns».',
    pl: 'Nie ma takiej listy. Podaj nazwę listy z interfejsu, np. „campaigns”.',
    fr: 'Cette liste n’existe pas. Indiquez le nom d’une liste de l’interface, par exemple « campaigns ».',
  },
  view_name_taken: {
    en: 'You already have a view called “{name}” here. Choose another name, or change that one.',
    nb: 'Du har allerede en visning som heter «{name}» her. Velg et annet navn, eller endre den.',
    pl: 'Masz tu już widok „{name}”. Wybierz inną nazwę albo zmień tamten widok.',
    fr: 'Vous avez déjà ici une vue « {name} ». Choisissez un autre nom ou modifiez celle-là.',
  },
  view_of_another: {
    en: 'This view belongs to somebody else. Save what you see as a view of your own.',
    nb: 'Denne visningen tilhører en annen. Lagre det du ser som en egen visning.',
    pl: 'Ten widok należy do kogoś innego. Zapisz to, co widzisz, jako własny widok.',
    fr: 'Cette vue appartient à quelqu’un d’autre. Enregistrez ce que vous voyez comme une vue à vous.',
  },
  too_many_views: {
    en: 'You keep {most} views of this list already. Delete one that you no longer use.',
    nb: 'Du har allerede {most} visninger av denne listen. Slett en du ikke lenger bruker.',
    pl: 'Masz już {most} widoków tej listy. Usuń widok, którego nie używasz.',
    fr: 'Vous avez déjà {most} vues de cette liste. Supprimez-en une qui ne sert plus.',
  },
  wrong_credentials: {
    en: 'The e-mail address and the password do not match. Check both and try again.',
    nb: 'E-postadressen og passordet passer ikke sammen. Sjekk begge og prøv igjen.',
    pl: 'Adres e-mail i hasło nie pasują do siebie. Sprawdź oba i spróbuj ponownie.',
    fr: 'L’adresse e-mail et le mot de passe ne correspondent pas. Vérifiez-les et réessayez.',
  },
  wrong_password: {
    en: 'This is not your present password. Type it again.',
    nb: 'Dette er ikke det nåværende passordet ditt. Skriv det på nytt.',
    pl: 'To nie jest Twoje obecne hasło. Wpisz je jeszcze raz.',
    fr: 'Ce n’est pas votre mot de passe actuel. Saisissez-le à nouveau.',
  },
  invalid_time: {
    en: 'This is no time of day. Write it as hours and minutes, such as 08:30.',
    nb: 'Dette er ikke et klokkeslett. Skriv timer og minutter, som 08:30.',
    pl: 'To nie jest godzina. Wpisz godziny i minuty, np. 08:30.',
    fr: 'Ce n’est pas une heure. Écrivez heures et minutes, par exemple 08:30.',
  },
  window_ends_before: {
    en: 'The hours end before they begin. Choose a later end.',
    nb: 'Tiden slutter før den begynner. Velg en senere slutt.',
    pl: 'Godziny kończą się przed początkiem. Wybierz późniejszy koniec.',
    fr: 'La plage finit avant de commencer. Choisissez une fin plus tardive.',
  },
  window_never_open: {
    en: 'Every day is closed, so nothing could ever be sent. Open at least one day.',
    nb: 'Alle dager er stengt, så ingenting kunne sendes. Åpne minst én dag.',
    pl: 'Wszystkie dni są zamknięte, więc nic nie zostałoby wysłane. Otwórz choć jeden dzień.',
    fr: 'Tous les jours sont fermés : rien ne partirait jamais. Ouvrez au moins un jour.',
  },
  invalid_time_zone: {
    en: 'This time zone is not known. Choose one such as Europe/Oslo.',
    nb: 'Denne tidssonen er ukjent. Velg en som Europe/Oslo.',
    pl: 'Ta strefa czasowa jest nieznana. Wybierz na przykład Europe/Warsaw.',
    fr: 'Ce fuseau horaire est inconnu. Choisissez par exemple Europe/Paris.',
  },
  email_taken: {
    en: 'Somebody here has this address already. Find them in the list, or use another address.',
    nb: 'Noen her har allerede denne adressen. Finn vedkommende i listen, eller bruk en annen adresse.',
    pl: 'Ktoś tutaj ma już ten adres. Znajdź tę osobę na liście albo podaj inny adres.',
    fr: 'Quelqu’un utilise déjà cette adresse ici. Retrouvez cette personne dans la liste ou saisissez une autre adresse.',
  },
  no_seat_left: {
    en: 'All seats of the campaign module are given ({given} of {seats}). Take one back first, or raise the number under Settings → Company.',
    nb: 'Alle plassene i kampanjemodulen er delt ut ({given} av {seats}). Ta tilbake en først, eller øk antallet under Innstillinger → Firma.',
    pl: 'Wszystkie miejsca modułu kampanii są przydzielone ({given} z {seats}). Najpierw odbierz jedno albo zwiększ ich liczbę w Ustawienia → Firma.',
    fr: 'Toutes les places du module de campagnes sont attribuées ({given} sur {seats}). Retirez-en d’abord une, ou augmentez leur nombre dans Paramètres → Entreprise.',
  },
  seats_in_use: {
    en: '{given} seats are given, so there cannot be only {seats}. Take seats back under Settings → Users and teams first.',
    nb: '{given} plasser er delt ut, så det kan ikke være bare {seats}. Ta først tilbake plasser under Innstillinger → Brukere og team.',
    pl: 'Przydzielono już miejsca: {given}, więc nie może ich być tylko {seats}. Najpierw odbierz miejsca w Ustawienia → Użytkownicy i zespoły.',
    fr: '{given} places sont attribuées ; il ne peut donc pas y en avoir seulement {seats}. Retirez d’abord des places dans Paramètres → Utilisateurs et équipes.',
  },
  last_admin: {
    en: 'This is the last active administrator. Make somebody else an administrator first.',
    nb: 'Dette er den siste aktive administratoren. Gjør først en annen til administrator.',
    pl: 'To ostatni aktywny administrator. Najpierw nadaj tę rolę komuś innemu.',
    fr: 'C’est le dernier administrateur actif. Donnez d’abord ce rôle à quelqu’un d’autre.',
  },
  user_disabled: {
    en: 'This user is disabled. Enable them first.',
    nb: 'Denne brukeren er deaktivert. Aktiver brukeren først.',
    pl: 'To konto jest wyłączone. Najpierw je włącz.',
    fr: 'Cet utilisateur est désactivé. Réactivez-le d’abord.',
  },
  invitation_gone: {
    en: 'This invitation was used already, was replaced or has run out. Ask your administrator for a new link.',
    nb: 'Denne invitasjonen er brukt, erstattet eller utløpt. Be administratoren om en ny lenke.',
    pl: 'To zaproszenie zostało już wykorzystane, zastąpione albo wygasło. Poproś administratora o nowy link.',
    fr: 'Cette invitation a déjà servi, a été remplacée ou a expiré. Demandez un nouveau lien à votre administrateur.',
  },
} as const satisfies Messages;
