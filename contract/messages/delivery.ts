import type { Messages } from './languages.ts';

export const deliveryMessages = {
  proof_reader_unreached: {
    en: 'Write an e-mail address or a phone number, so that tests arrive.',
    nb: 'Skriv en e-postadresse eller et telefonnummer, så testene kommer fram.',
    pl: 'Wpisz adres e-mail lub numer telefonu, aby testy docierały.',
    fr: 'Écrivez une adresse e-mail ou un numéro de téléphone, pour que les tests arrivent.',
  },
  cleansing_without_assets: {
    en: 'This list is about no assets. Choose a rule about what customers own, and generate the list anew.',
    nb: 'Denne listen handler ikke om eiendeler. Velg en regel om det kundene eier, og generer listen på nytt.',
    pl: 'Ta lista nie dotyczy obiektów. Wybierz regułę o tym, co klienci posiadają, i wygeneruj listę ponownie.',
    fr: 'Cette liste ne porte sur aucun bien. Choisissez une règle sur ce que possèdent les clients et regénérez la liste.',
  },
  cleansing_key_missing: {
    en: 'The file has no column “{column}”, so that nobody can tell which row is which record. Export the list again and change that file.',
    nb: 'Filen mangler kolonnen «{column}», så det er umulig å se hvilken rad som er hvilken post. Eksporter listen på nytt og endre den filen.',
    pl: 'W pliku brakuje kolumny „{column}”, więc nie wiadomo, który wiersz jest którym rekordem. Wyeksportuj listę ponownie i zmień ten plik.',
    fr: 'Le fichier n’a pas de colonne « {column} » : impossible de savoir quelle ligne est quelle fiche. Réexportez la liste et modifiez ce fichier.',
  },
  approval_needed: {
    en: 'A second person must approve this first ({planned} recipients). Ask for it at “Check”.',
    nb: 'En annen person må godkjenne dette først ({planned} mottakere). Be om det under «Sjekk».',
    pl: 'Najpierw musi to zatwierdzić druga osoba (odbiorców: {planned}). Poproś o to w kroku „Sprawdź”.',
    fr: 'Une seconde personne doit d’abord approuver ({planned} destinataires). Demandez-le à l’étape « Vérifier ».',
  },
  tracks_approval_needed: {
    en: 'A second person must approve these tracks first. Ask for it under “Rehearsal”.',
    nb: 'En annen person må godkjenne disse sporene først. Be om det under «Prøve».',
    pl: 'Najpierw te ścieżki musi zatwierdzić druga osoba. Poproś o to w kroku „Próba”.',
    fr: 'Une seconde personne doit d’abord approuver ces parcours. Demandez-le à l’étape « Répétition ».',
  },
  tracks_approval_void: {
    en: 'What was approved has changed since, or more people would come in. Look at it under “Rehearsal”, and ask again.',
    nb: 'Det som ble godkjent, er endret siden, eller flere ville komme inn. Se på det under «Prøve», og be om godkjenning på nytt.',
    pl: 'To, co zatwierdzono, zmieniło się albo weszłoby więcej osób. Zobacz to w kroku „Próba” i poproś ponownie.',
    fr: 'Ce qui a été approuvé a changé, ou davantage de personnes entreraient. Voyez-le à l’étape « Répétition » et redemandez.',
  },
  approval_void: {
    en: 'What was approved has changed since. Look at what is different at “Check”, and ask again.',
    nb: 'Det som ble godkjent, er endret siden. Se hva som er annerledes under «Sjekk», og be om godkjenning på nytt.',
    pl: 'To, co zatwierdzono, zmieniło się. Zobacz różnice w kroku „Sprawdź” i poproś ponownie.',
    fr: 'Ce qui a été approuvé a changé depuis. Voyez ce qui diffère à l’étape « Vérifier » et redemandez.',
  },
  approval_decided: {
    en: 'This was decided already. Reload the page to see how.',
    nb: 'Dette er allerede avgjort. Last siden på nytt for å se hvordan.',
    pl: 'O tym już zdecydowano. Odśwież stronę, aby zobaczyć jak.',
    fr: 'C’est déjà décidé. Rechargez la page pour voir comment.',
  },
  approval_own: {
    en: 'You asked for this yourself. Somebody else approves it.',
    nb: 'Du ba om dette selv. En annen må godkjenne det.',
    pl: 'To Twoja własna prośba. Zatwierdza ją ktoś inny.',
    fr: 'Vous l’avez demandé vous-même. C’est à quelqu’un d’autre d’approuver.',
  },
  nobody_to_approve: {
    en: 'There is nobody else who may approve. Give a colleague the role of manager or administrator first.',
    nb: 'Det er ingen andre som kan godkjenne. Gi først en kollega rollen leder eller administrator.',
    pl: 'Nie ma nikogo innego, kto może zatwierdzić. Najpierw nadaj komuś rolę menedżera lub administratora.',
    fr: 'Personne d’autre ne peut approuver. Donnez d’abord à un collègue le rôle de responsable ou d’administrateur.',
  },
  run_state_impossible: {
    en: 'That is not possible while the distribution is “{state}”. Reload the page to see where it stands.',
    nb: 'Det går ikke mens utsendelsen er «{state}». Last siden på nytt for å se status.',
    pl: 'Nie można tego zrobić, gdy wysyłka ma stan „{state}”. Odśwież stronę, aby zobaczyć jej stan.',
    fr: 'Impossible tant que la diffusion est « {state} ». Rechargez la page pour voir où elle en est.',
  },
  run_scheduled_already: {
    en: 'A distribution of this campaign is already scheduled. Take it back first, then change the list.',
    nb: 'En utsendelse av denne kampanjen er allerede planlagt. Trekk den tilbake først, og endre så listen.',
    pl: 'Wysyłka tej kampanii jest już zaplanowana. Najpierw ją cofnij, potem zmień listę.',
    fr: 'Une diffusion de cette campagne est déjà programmée. Annulez-la d’abord, puis modifiez la liste.',
  },
  sender_checks_warn: {
    en: 'Receivers may not trust mail from {accounts}. Look at its checks, or confirm that it goes to {planned} recipients all the same.',
    nb: 'Mottakere stoler kanskje ikke på post fra {accounts}. Se på kontrollene, eller bekreft at den likevel går til {planned} mottakere.',
    pl: 'Odbiorcy mogą nie ufać poczcie z {accounts}. Zobacz kontrole albo potwierdź, że ma mimo to trafić do {planned} odbiorców.',
    fr: 'Les serveurs pourraient se méfier du courrier de {accounts}. Voyez ses contrôles, ou confirmez l’envoi à {planned} destinataires.',
  },
  nobody_to_send_to: {
    en: 'Nobody is left to send to: {matched} matched, all of them excluded. Look at the reasons, then widen the audience.',
    nb: 'Ingen å sende til: {matched} passet, alle er utelatt. Se på årsakene, og utvid målgruppen.',
    pl: 'Nie ma do kogo wysłać: pasuje {matched}, wszyscy wykluczeni. Sprawdź powody i poszerz grupę.',
    fr: 'Personne à qui envoyer : {matched} correspondent, tous exclus. Voyez les motifs, puis élargissez l’audience.',
  },
  audience_changed: {
    en: 'The list has changed: you saw {expected} recipients, now there are {now}. Look at it again, then send.',
    nb: 'Listen er endret: du så {expected} mottakere, nå er det {now}. Se på den igjen, og send så.',
    pl: 'Lista się zmieniła: było {expected} odbiorców, teraz jest {now}. Sprawdź ją ponownie i wyślij.',
    fr: 'La liste a changé : vous aviez vu {expected} destinataires, il y en a {now}. Revoyez-la, puis envoyez.',
  },
  nothing_to_fetch: {
    en: 'The last distribution has nobody of this kind. There is nothing to fetch.',
    nb: 'Den siste utsendelsen har ingen slike. Det er ingenting å hente.',
    pl: 'W ostatniej wysyłce nie ma takich odbiorców. Nie ma czego pobrać.',
    fr: 'La dernière diffusion n’a personne dans ce cas. Il n’y a rien à reprendre.',
  },
  never_distributed: {
    en: 'This campaign has not been distributed yet. Send it first.',
    nb: 'Denne kampanjen er ikke sendt ut ennå. Send den først.',
    pl: 'Ta kampania nie została jeszcze wysłana. Najpierw ją wyślij.',
    fr: 'Cette campagne n’a pas encore été diffusée. Envoyez-la d’abord.',
  },
  not_unknown: {
    en: 'Only recipients whose outcome is unknown can be sent to again here, each of them once. Reload the list.',
    nb: 'Bare mottakere med ukjent utfall kan sendes på nytt her, hver av dem én gang. Last listen på nytt.',
    pl: 'Ponownie można tu wysłać tylko do odbiorców o nieznanym wyniku, do każdego raz. Odśwież listę.',
    fr: 'Seuls les destinataires au résultat inconnu peuvent être repris ici, chacun une fois. Rechargez la liste.',
  },
  message_not_sent: {
    en: 'No message has left for this recipient, so there is none to show.',
    nb: 'Ingen melding er sendt til denne mottakeren, så det er ingen å vise.',
    pl: 'Do tego odbiorcy nie wysłano wiadomości, więc nie ma czego pokazać.',
    fr: 'Aucun message n’est parti pour ce destinataire : il n’y a rien à montrer.',
  },
} as const satisfies Messages;
