import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  subject: 'Objet',
  text: 'Texte du courrier',
  textHint:
    'Une ligne vide commence un paragraphe, # un titre, - un élément de liste ; **gras**, *italique*. Clic droit pour insérer un champ.',
  preview: 'Aperçu',
  picture: 'Le courrier tel qu’il est imprimé',
  pages_one: '{count} page',
  pages_other: '{count} pages',
  lacking: 'Il manque à cette personne ce dont la mise en page a besoin ; elle sera exclue : {names}',
  noPicture: 'L’aperçu apparaît dès que le texte est sans erreur.',
};
