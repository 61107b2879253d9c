import type { Language } from '../../../../contract/messages/index.ts';
import type { Tx } from '../../../platform/database/open-database.ts';
import type { Ids } from '../../../platform/ids.ts';

interface Default {
  channel: string | null;
  work: boolean;
  dueDays: number | null;
  name: Record<Language, string>;
}

const sent = (channel: string, en: string, nb: string, pl: string, fr: string): Default => ({
  channel,
  work: false,
  dueDays: null,
  name: { en, nb, pl, fr },
});
const work = (channel: string | null, dueDays: number, en: string, nb: string, pl: string, fr: string): Default => ({
  channel,
  work: true,
  dueDays,
  name: { en, nb, pl, fr },
});

const DEFAULTS: readonly Default[] = [
  sent('email', 'E-mail sent', 'E-post sendt', 'Wysłano e-mail', 'E-mail envoyé'),
  sent('sms', 'SMS sent', 'SMS sendt', 'Wysłano SMS', 'SMS envoyé'),
  sent('letter', 'Letter sent', 'Brev sendt', 'Wysłano list', 'Courrier envoyé'),
  sent('opportunity', 'Opportunity opened', 'Salgsmulighet åpnet', 'Otwarto szansę sprzedaży', 'Opportunité ouverte'),
  sent('offer', 'Offer made', 'Tilbud gitt', 'Złożono ofertę', 'Offre remise'),
  sent('list', 'Selected', 'Plukket ut', 'Wybrano do listy', 'Sélectionné'),
  work('call', 7, 'Phone call', 'Telefonsamtale', 'Rozmowa telefoniczna', 'Appel téléphonique'),
  work('task', 7, 'Task', 'Oppgave', 'Zadanie', 'Tâche'),
  work(null, 14, 'Meeting', 'Møte', 'Spotkanie', 'Rendez-vous'),
];

/** The types that a new installation begins with, in its language; registered in app.ts for the first run. */
export const makeDefaultTypes = async (tx: Tx, ids: Ids, language: Language): Promise<void> => {
  await tx
    .insertInto('interactionType')
    .values(
      DEFAULTS.map(({ name, ...type }, position) => ({ id: ids.next(), name: name[language], ...type, position })),
    )
    .execute();
};
