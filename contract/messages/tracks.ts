import type { Messages } from './languages.ts';

export const tracksMessages = {
  interval_zero: {
    en: 'With no day between them all messages would go at once. Enter at least 1 day.',
    nb: 'Uten noen dag imellom ville alle meldingene gått samtidig. Oppgi minst 1 dag.',
    pl: 'Bez dnia przerwy wszystkie wiadomości wyszłyby naraz. Podaj co najmniej 1 dzień.',
    fr: 'Sans jour d’intervalle, tous les messages partiraient en même temps. Indiquez au moins 1 jour.',
  },
  window_never_opens: {
    en: 'Like this no message could ever go. Choose at least one weekday, and an end of the window after its beginning.',
    nb: 'Slik kan ingen melding noen gang sendes. Velg minst én ukedag, og la vinduet slutte etter at det begynner.',
    pl: 'Przy takim ustawieniu żadna wiadomość nie wyjdzie. Wybierz co najmniej jeden dzień tygodnia i koniec okna po jego początku.',
    fr: 'Ainsi, aucun message ne pourrait jamais partir. Choisissez au moins un jour, et une fin de plage après son début.',
  },
  track_empty: {
    en: 'The track “{name}” has no message. Add one, or remove the track.',
    nb: 'Sporet «{name}» har ingen melding. Legg til en, eller fjern sporet.',
    pl: 'Ścieżka „{name}” nie ma wiadomości. Dodaj wiadomość albo usuń ścieżkę.',
    fr: 'Le parcours « {name} » n’a aucun message. Ajoutez-en un, ou retirez le parcours.',
  },
  tracks_missing: {
    en: 'There is no track yet. Add one with at least one message.',
    nb: 'Det finnes ikke noe spor ennå. Legg til ett med minst én melding.',
    pl: 'Nie ma jeszcze żadnej ścieżki. Dodaj ścieżkę z co najmniej jedną wiadomością.',
    fr: 'Il n’y a pas encore de parcours. Ajoutez-en un avec au moins un message.',
  },
  interest_unknown: {
    en: 'There is no interest “{interest}” to choose. Choose another, or add it first.',
    nb: 'Interessen «{interest}» finnes ikke. Velg en annen, eller legg den til først.',
    pl: 'Nie ma zainteresowania „{interest}”. Wybierz inne albo najpierw je dodaj.',
    fr: 'Le centre d’intérêt « {interest} » n’existe pas. Choisissez-en un autre, ou ajoutez-le d’abord.',
  },
  message_elsewhere: {
    en: 'This message does not belong to the campaign, or stands here twice. Reload the page and arrange the tracks again.',
    nb: 'Denne meldingen hører ikke til kampanjen, eller står her to ganger. Last inn siden på nytt og ordne sporene igjen.',
    pl: 'Ta wiadomość nie należy do kampanii albo występuje tu dwa razy. Wczytaj stronę ponownie i ułóż ścieżki jeszcze raz.',
    fr: 'Ce message n’appartient pas à la campagne, ou figure deux fois. Rechargez la page et réarrangez les parcours.',
  },
  track_has_people: {
    en: '{count} people are in the track “{name}”. Take them out of it first, or leave the track as it is.',
    nb: '{count} personer er i sporet «{name}». Ta dem ut først, eller la sporet være.',
    pl: 'W ścieżce „{name}” są osoby ({count}). Najpierw je z niej usuń albo pozostaw ścieżkę bez zmian.',
    fr: '{count} personnes sont dans le parcours « {name} ». Retirez-les d’abord, ou laissez le parcours tel quel.',
  },
  not_profiled: {
    en: 'This campaign has no tracks: it is of another kind. Make a profiled campaign for that.',
    nb: 'Denne kampanjen har ingen spor: den er av en annen type. Lag en profilert kampanje til det.',
    pl: 'Ta kampania nie ma ścieżek: jest innego rodzaju. Utwórz do tego kampanię profilowaną.',
    fr: 'Cette campagne n’a pas de parcours : elle est d’un autre genre. Créez pour cela une campagne profilée.',
  },
  sent_by_tracks: {
    en: 'The messages of this campaign go out by its tracks. Arrange and start them under Tracks.',
    nb: 'Meldingene i denne kampanjen sendes gjennom sporene. Ordne og start dem under Spor.',
    pl: 'Wiadomości tej kampanii wychodzą według ścieżek. Ułóż je i uruchom w kroku Ścieżki.',
    fr: 'Les messages de cette campagne partent par ses parcours. Arrangez-les et démarrez-les sous Parcours.',
  },
} as const satisfies Messages;
