import type { listMergeFields as endpoint, MergeField } from '../../../contract/content.ts';
import type { OutputOf } from '../../../contract/endpoint.ts';
import type { Language } from '../../../contract/messages/index.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { mergeFieldFragments } from '../crm/index.ts';

const label = (en: string, nb: string, pl: string, fr: string): Record<Language, string> => ({ en, nb, pl, fr });

const MESSAGE_LABELS = {
  unsubscribe_url: label('Unsubscribe link', 'Avmeldingslenke', 'Link rezygnacji', 'Lien de désinscription'),
  view_url: label(
    'Link to view in the browser',
    'Lenke til nettleservisning',
    'Link do wersji w przeglądarce',
    'Lien vers la version en ligne',
  ),
  answer_yes_url: label('Answer: yes', 'Svar: ja', 'Odpowiedź: tak', 'Réponse : oui'),
  answer_no_url: label('Answer: no', 'Svar: nei', 'Odpowiedź: nie', 'Réponse : non'),
  answer_maybe_url: label('Answer: maybe', 'Svar: kanskje', 'Odpowiedź: może', 'Réponse : peut-être'),
  calendar_url: label(
    'Calendar file of the invitation',
    'Kalenderfil for invitasjonen',
    'Plik kalendarza zaproszenia',
    'Fichier d’agenda de l’invitation',
  ),
  direct_link_url: label('Direct link', 'Direktelenke', 'Link bezpośredni', 'Lien direct'),
  offer_url: label('Link to the offer', 'Lenke til tilbudet', 'Link do oferty', 'Lien vers l’offre'),
  invoice_url: label('Link to the invoice', 'Lenke til fakturaen', 'Link do faktury', 'Lien vers la facture'),
  'sender.name': label('Sender’s name', 'Avsenders navn', 'Nadawca', 'Nom de l’expéditeur'),
  'campaign.name': label('Campaign’s name', 'Kampanjens navn', 'Nazwa kampanii', 'Nom de la campagne'),
};

const messageFields: MergeField[] = Object.entries(MESSAGE_LABELS).map(([name, words]) => ({
  name,
  group: 'message',
  type: 'text',
  label: words,
  custom: false,
}));

const assetList: MergeField = {
  name: 'assets',
  group: 'asset',
  type: 'text',
  label: label(
    'All the assets, one by one',
    'Alle eiendelene, én for én',
    'Wszystkie obiekty po kolei',
    'Tous les biens, l’un après l’autre',
  ),
  custom: false,
};

export const listMergeFields = async (needs: { db: Db }, actor: Actor): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  const fragments = [...(await mergeFieldFragments(needs.db)).values()];
  const fields = fragments
    .filter(({ archived }) => !archived)
    .map(
      ({ name, entity, type, label }): MergeField => ({
        name,
        group: entity,
        type,
        label,
        custom: name.includes('.custom.'),
      }),
    );
  return { fields: [...fields, assetList, ...messageFields] };
};
