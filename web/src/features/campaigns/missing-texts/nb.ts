import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  title: 'Hull i teksten',
  text: 'Felt som teksten viser uten reserveord, talt over alle den ville gått til.',
  nobody: 'Ingen mangler noe som teksten viser.',
  lacks: '{field} mangler for {missing} av {planned} og har ikke noe reserveord.',
  remedy: 'Gi et felt et reserveord der det står i teksten: {example}',
  fallback: 'du',
  who: 'Vis hvem',
  whoLacks: 'Uten {field}',
  name: 'Navn',
  unnamed: 'Uten navn',
};
