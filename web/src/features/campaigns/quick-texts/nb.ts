import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  quick_email: 'Ny utsendelse',
  quick_sms: 'Ny SMS',
  quick_letter: 'Nytt brev',
  quick_call: 'Nye telefonsamtaler',
  quick_task: 'Nye aktiviteter',
  quick_invoice: 'Nye fakturaer',
  quick_opportunity: 'Nye salgsmuligheter',
  quick_offer: 'Nye tilbud',
  quick_list: 'Ny liste',
  quickText: 'Én handling for mange på en gang. Lagre, se på mottakerne, og kjør når den er klar.',
  addressees: 'Mottakere',
  segments: 'Alle i disse segmentene',
  chosenNow_one: '{count} valgt post legges til',
  chosenNow_other: '{count} valgte poster legges til',
  addOne: 'Legg til person eller bedrift',
  strategy: 'Sendestrategi',
  template: 'Mal',
  comesAlong: '{name} · ferdig mal',
  templateLanguage: 'Malens språk',
  noTemplate: 'Skriv den etterpå',
  save: 'Lagre',
};
