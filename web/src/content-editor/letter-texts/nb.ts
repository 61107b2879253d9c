import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  subject: 'Emnelinje',
  text: 'Brevets tekst',
  textHint:
    'En tom linje begynner et avsnitt, # en overskrift, - et punkt i en liste; **fet**, *kursiv*. Høyreklikk for å sette inn et felt.',
  preview: 'Forhåndsvisning',
  picture: 'Brevet slik det skrives ut',
  pages_one: '{count} side',
  pages_other: '{count} sider',
  lacking: 'Denne personen mangler det oppsettet trenger, og blir utelatt: {names}',
  noPicture: 'Forhåndsvisningen kommer når teksten er uten feil.',
};
