import type { Messages } from './languages.ts';

export const deskMessages = {
  call_back_when: {
    en: 'Say when to call back: a day and a time that are still to come.',
    nb: 'Si når det skal ringes tilbake: en dag og et klokkeslett som ikke har vært.',
    pl: 'Podaj, kiedy oddzwonić: dzień i godzinę, które dopiero nadejdą.',
    fr: 'Dites quand rappeler : un jour et une heure encore à venir.',
  },
  call_not_yours: {
    en: 'Somebody else has this person by now, because there was no sign of you for a while. Take the next one.',
    nb: 'En annen har tatt over denne personen, fordi du ikke var å se en stund. Ta den neste.',
    pl: 'Tą osobą zajmuje się już ktoś inny, bo przez chwilę nie było od Ciebie znaku. Weź następną.',
    fr: 'Quelqu’un d’autre s’occupe de cette personne, faute de signe de votre part. Prenez la suivante.',
  },
  call_not_free: {
    en: 'Somebody else is calling this person now, or the call is done. Take the next one.',
    nb: 'En annen ringer denne personen nå, eller samtalen er ferdig. Ta den neste.',
    pl: 'Ktoś inny dzwoni teraz do tej osoby albo sprawa jest zakończona. Weź następną.',
    fr: 'Quelqu’un d’autre appelle cette personne, ou c’est déjà fait. Prenez la suivante.',
  },
  call_ended: {
    en: 'The outcome of this call was written down already. Take the next person.',
    nb: 'Utfallet av denne samtalen er alt skrevet ned. Ta den neste personen.',
    pl: 'Wynik tej rozmowy już zapisano. Przejdź do następnej osoby.',
    fr: 'L’issue de cet appel est déjà notée. Passez à la personne suivante.',
  },
  run_gives_no_work: {
    en: 'Only calls and tasks can be withdrawn. What was sent cannot be taken back.',
    nb: 'Bare samtaler og oppgaver kan trekkes tilbake. Det som er sendt, kan ikke hentes hjem.',
    pl: 'Wycofać można tylko rozmowy i zadania. Tego, co wysłano, nie da się cofnąć.',
    fr: 'Seuls les appels et les tâches peuvent être retirés. Ce qui est envoyé ne peut être repris.',
  },
  interaction_type_needs_work: {
    en: 'Choose a type of dossier item that asks for work: somebody has to see to each of these.',
    nb: 'Velg en type dossierelement som ber om arbeid: noen må ta seg av hvert av disse.',
    pl: 'Wybierz typ pozycji dossier, który wymaga pracy: każdą z nich ktoś musi się zająć.',
    fr: 'Choisissez un type de pièce de dossier qui demande du travail : quelqu’un doit s’en occuper.',
  },
  work_needs_somebody: {
    en: 'Choose who does the work: one colleague, or several who take turns.',
    nb: 'Velg hvem som gjør arbeidet: én kollega, eller flere etter tur.',
    pl: 'Wybierz, kto wykona pracę: jedną osobę albo kilka na zmianę.',
    fr: 'Choisissez qui fait le travail : un collègue, ou plusieurs à tour de rôle.',
  },
} as const satisfies Messages;
