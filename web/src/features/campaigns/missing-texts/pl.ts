import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  title: 'Luki w tekście',
  text: 'Pola, które tekst pokazuje bez słowa zastępczego, policzone dla wszystkich, do których by trafił.',
  nobody: 'Nikomu nie brakuje niczego, co pokazuje tekst.',
  lacks: '{field}: brakuje u {missing} z {planned} i nie ma słowa zastępczego.',
  remedy: 'Podaj słowo zastępcze w miejscu, gdzie pole stoi w tekście: {example}',
  fallback: 'Państwo',
  who: 'Pokaż kto',
  whoLacks: 'Bez pola {field}',
  name: 'Nazwa',
  unnamed: 'Bez nazwy',
};
