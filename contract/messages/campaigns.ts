import type { Messages } from './languages.ts';

export const campaignsMessages = {
  interaction_type_needed: {
    en: 'Choose the type of dossier item that this action leaves on the people it reaches.',
    nb: 'Velg hvilken type dossierelement denne handlingen skal etterlate hos dem den når.',
    pl: 'Wybierz typ pozycji dossier, którą ta akcja zostawi u odbiorców.',
    fr: 'Choisissez le type de pièce de dossier que cette action laisse chez les destinataires.',
  },
  campaign_changed: {
    en: 'Someone else changed this campaign meanwhile. Reload it and make your change again.',
    nb: 'Noen andre har endret denne kampanjen i mellomtiden. Last den inn på nytt og gjør endringen igjen.',
    pl: 'Ktoś w międzyczasie zmienił tę kampanię. Wczytaj ją ponownie i wprowadź zmianę jeszcze raz.',
    fr: 'Quelqu’un d’autre a modifié cette campagne entre-temps. Rechargez-la et refaites votre modification.',
  },
  campaign_code_taken: {
    en: 'Another campaign has this code already. Choose another, for example {free}.',
    nb: 'En annen kampanje har allerede denne koden. Velg en annen, for eksempel {free}.',
    pl: 'Inna kampania ma już ten kod. Wybierz inny, na przykład {free}.',
    fr: 'Une autre campagne porte déjà ce code. Choisissez-en un autre, par exemple {free}.',
  },
  campaign_not_ready: {
    en: 'The campaign is not marked as ready. Set its state to “ready” under Why.',
    nb: 'Kampanjen er ikke merket som klar. Sett tilstanden til «klar» under Hvorfor.',
    pl: 'Kampania nie jest oznaczona jako gotowa. Ustaw jej stan na „gotowa” w kroku Dlaczego.',
    fr: 'La campagne n’est pas marquée comme prête. Passez son état à « prête » à l’étape Pourquoi.',
  },
  campaign_under_way: {
    en: 'The campaign is under way. Wait until it has finished, or stop it first.',
    nb: 'Kampanjen er i gang. Vent til den er ferdig, eller stopp den først.',
    pl: 'Kampania jest w toku. Poczekaj, aż się zakończy, albo najpierw ją zatrzymaj.',
    fr: 'La campagne est en cours. Attendez qu’elle soit terminée, ou arrêtez-la d’abord.',
  },
  campaign_cancelled: {
    en: 'The campaign was cancelled. Set its state to “ready” again before sending.',
    nb: 'Kampanjen er avlyst. Sett tilstanden til «klar» igjen før du sender.',
    pl: 'Kampania została anulowana. Przed wysyłką ustaw jej stan ponownie na „gotowa”.',
    fr: 'La campagne a été annulée. Repassez son état à « prête » avant l’envoi.',
  },
  campaign_archived: {
    en: 'The campaign is archived. Restore it first.',
    nb: 'Kampanjen er arkivert. Hent den tilbake først.',
    pl: 'Kampania jest w archiwum. Najpierw ją przywróć.',
    fr: 'La campagne est archivée. Restaurez-la d’abord.',
  },
  campaign_state_impossible: {
    en: 'A campaign that is {from} cannot become {to}. Reload the page to see its present state.',
    nb: 'En kampanje i tilstanden {from} kan ikke gå til {to}. Last inn siden på nytt for å se tilstanden nå.',
    pl: 'Kampania w stanie {from} nie może przejść do stanu {to}. Wczytaj stronę ponownie, aby zobaczyć obecny stan.',
    fr: 'Une campagne à l’état {from} ne peut pas passer à {to}. Rechargez la page pour voir son état actuel.',
  },
  campaign_has_run: {
    en: 'Something was already generated or sent for this campaign, so it stays in the books. Archive it instead.',
    nb: 'Noe er allerede generert eller sendt for denne kampanjen, så den må bevares. Arkiver den i stedet.',
    pl: 'Dla tej kampanii coś już wygenerowano lub wysłano, więc musi pozostać w ewidencji. Zamiast tego przenieś ją do archiwum.',
    fr: 'Quelque chose a déjà été généré ou envoyé pour cette campagne ; elle doit être conservée. Archivez-la plutôt.',
  },
  channel_fixed: {
    en: 'The dispatch type can’t be changed after the first distribution. Duplicate the campaign and choose another there.',
    nb: 'Utsendelsestypen kan ikke endres etter første utsendelse. Dupliser kampanjen og velg en annen der.',
    pl: 'Po pierwszej wysyłce nie można zmienić sposobu wysyłki. Powiel kampanię i wybierz inny w kopii.',
    fr: 'Le type d’envoi ne peut plus changer après la première distribution. Dupliquez la campagne et choisissez-en un autre.',
  },
  marketing_needs_topic: {
    en: 'Marketing needs a topic that people can leave. Choose one.',
    nb: 'Markedsføring trenger et emne som folk kan melde seg av. Velg et.',
    pl: 'Marketing wymaga tematu, z którego można się wypisać. Wybierz temat.',
    fr: 'Le marketing exige un sujet dont on peut se désabonner. Choisissez-en un.',
  },
  consent_needs_topic: {
    en: 'Consent is given to a topic. Choose the topic, or choose a basis other than consent.',
    nb: 'Samtykke gis til et emne. Velg emnet, eller velg et annet grunnlag enn samtykke.',
    pl: 'Zgoda dotyczy tematu. Wybierz temat albo podstawę inną niż zgoda.',
    fr: 'Le consentement porte sur un sujet. Choisissez le sujet, ou une autre base que le consentement.',
  },
  audience_empty: {
    en: 'Nobody is chosen yet. Pick a segment, write a rule or add people by hand.',
    nb: 'Ingen er valgt ennå. Velg et segment, lag en regel eller legg til personer for hånd.',
    pl: 'Nikt nie został jeszcze wybrany. Wskaż segment, utwórz regułę lub dodaj osoby ręcznie.',
    fr: 'Personne n’est encore choisi. Prenez un segment, écrivez une règle ou ajoutez des personnes à la main.',
  },
  no_sending_account: {
    en: 'No sending account is chosen. Choose the account that this e-mail goes out from.',
    nb: 'Ingen avsenderkonto er valgt. Velg kontoen e-posten skal sendes fra.',
    pl: 'Nie wybrano konta wysyłkowego. Wskaż konto, z którego wyjdzie ta wiadomość.',
    fr: 'Aucun compte d’envoi n’est choisi. Choisissez le compte d’où part cet e-mail.',
  },
  sending_account_unusable: {
    en: 'The sending account “{name}” can’t send now: it is archived or paused. Choose another, or see to it in Settings.',
    nb: 'Avsenderkontoen «{name}» kan ikke sende nå: den er arkivert eller satt på pause. Velg en annen, eller ordne den i Innstillinger.',
    pl: 'Konto wysyłkowe „{name}” nie może teraz wysyłać: jest w archiwum lub wstrzymane. Wybierz inne albo popraw je w Ustawieniach.',
    fr: 'Le compte d’envoi « {name} » ne peut pas envoyer : il est archivé ou en pause. Choisissez-en un autre, ou voyez les Réglages.',
  },
  no_content: {
    en: 'Nothing is written yet. Write the message under What.',
    nb: 'Ingenting er skrevet ennå. Skriv meldingen under Hva.',
    pl: 'Nic jeszcze nie napisano. Napisz wiadomość w kroku Co.',
    fr: 'Rien n’est encore écrit. Rédigez le message à l’étape Quoi.',
  },
  no_subject: {
    en: 'The message has no subject ({language}). Write one: it is the first thing people read.',
    nb: 'Meldingen mangler emnefelt ({language}). Skriv et: det er det første folk leser.',
    pl: 'Wiadomość nie ma tematu ({language}). Wpisz go: to pierwsze, co czyta odbiorca.',
    fr: 'Le message n’a pas d’objet ({language}). Écrivez-en un : c’est la première chose qu’on lit.',
  },
  schedule_past: {
    en: 'The time chosen has passed. Choose a later one, or send now.',
    nb: 'Tidspunktet er passert. Velg et senere, eller send nå.',
    pl: 'Wybrany termin już minął. Wybierz późniejszy albo wyślij teraz.',
    fr: 'L’heure choisie est passée. Choisissez-en une plus tard, ou envoyez maintenant.',
  },
  ends_before_start: {
    en: 'The end lies before the start. Correct one of them.',
    nb: 'Slutten ligger før starten. Rett en av dem.',
    pl: 'Koniec przypada przed początkiem. Popraw jedną z dat.',
    fr: 'La fin précède le début. Corrigez l’une des deux dates.',
  },
  owner_unknown: {
    en: 'This user does not exist or is disabled. Choose another owner.',
    nb: 'Denne brukeren finnes ikke eller er deaktivert. Velg en annen eier.',
    pl: 'Ten użytkownik nie istnieje lub jest wyłączony. Wybierz innego właściciela.',
    fr: 'Cet utilisateur n’existe pas ou est désactivé. Choisissez un autre responsable.',
  },
} as const satisfies Messages;
