import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  pictures: 'Images',
  picturesText:
    'Images pour messages et articles. Elles ont une adresse publique, pour que toute messagerie puisse les charger.',
  add: 'Nouvelle image',
  addMany: 'Nouvelles images',
  addHint: 'PNG, JPEG, GIF ou WebP, jusqu’à 5 Mo.',
  search: 'Chercher des images',
  none: 'Pas encore d’image',
  noneFound: 'Aucune image trouvée',
  noneText: 'Déposez-en une ci-dessus, ou choisissez-la sur cet ordinateur.',
  more_one: '{count} image plus ancienne n’est pas montrée. Cherchez-la.',
  more_other: '{count} images plus anciennes ne sont pas montrées. Cherchez-les.',
  deeds: 'Que faire de {name}',
  choosePicture: 'Choisir une image',
  chooseAnother: 'Choisir une autre image',
  choose: 'Choisir {name}',
  noPicture: 'La retirer',
  shows: 'Ce qu’elle montre',
  showsHint: 'Lu à qui ne la voit pas, et affiché quand les images sont bloquées.',
  rename: 'Dire ce qu’elle montre',
  renamed: 'L’image a ses mots',
  save: 'Enregistrer',
  archive: 'Mettre de côté',
  archiveTitle: 'Mettre « {name} » de côté ?',
  archiveText: 'Elle n’est plus proposée. Les messages qui la montrent la gardent.',
  archived: '« {name} » a été mise de côté',
};
