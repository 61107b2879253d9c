import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  title: 'Salgssteg',
  text: 'Stegene en avtale går gjennom, i rekkefølge, og hvor mange av hundre avtaler i hvert som vinnes.',
  stage: 'Steg {place}',
  chance: 'Vinnes av hundre',
  add: 'Legg til et steg',
  remove: 'Fjern {name}',
  up: 'Flytt {name} opp',
  down: 'Flytt {name} ned',
  dealsSaid_one: '{count} avtale i det',
  dealsSaid_other: '{count} avtaler i det',
  termsTitle: 'Mva. og numre',
  termsText:
    'Merverdiavgiften på salg i bedriftens land, og hvordan dokumenter nummereres. Det som er utstedt, beholder det det hadde.',
  rates: 'Mva.-satser i {country}',
  rate_standard: 'Alminnelig sats',
  rate_reduced: 'Redusert sats',
  rate_low: 'Lav sats',
  rateHint: 'Tom: finnes ikke.',
  noCountry: 'Si først hvilket land bedriften er i.',
  toCompany: 'Bedriftens innstillinger',
  series_offer: 'Tilbud',
  prefix: 'Foran sifrene',
  prefixHint: '{year} står for året.',
  digits: 'Siffer',
  nextSaid: 'Det neste er {number}.',
};
