import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  title: 'Vides dans le texte',
  text: 'Les champs que le texte montre sans mot de remplacement, comptés sur tous ceux à qui il irait.',
  nobody: 'Il ne manque à personne rien de ce que montre le texte.',
  lacks: '{field} manque pour {missing} sur {planned} et n’a pas de mot de remplacement.',
  remedy: 'Donnez un mot de remplacement au champ, là où il figure dans le texte : {example}',
  fallback: 'vous',
  who: 'Montrer qui',
  whoLacks: 'Sans {field}',
  name: 'Nom',
  unnamed: 'Sans nom',
};
