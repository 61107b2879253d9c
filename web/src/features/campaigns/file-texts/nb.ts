import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  files: 'Filer',
  filesText: 'Til kollegene dine: en brief, en kontrakt, et bilde. Mottakerne får dem aldri.',
  add: 'Legg til filer',
  hint: 'Opptil {count} filer, {size} hver.',
  name: 'Navn',
  size: 'Størrelse',
  by: 'Lagt til av',
  at: 'Lagt til',
  none: 'Ingen filer ennå',
  noneText: 'Det som legges til her, er for hånden for alle som ser kampanjen.',
  removeFile: 'Fjern «{name}»',
  removeTitle: 'Fjerne «{name}»?',
  removeText: 'Den forsvinner fra kampanjen for alle. Historikken beholder navnet.',
};
