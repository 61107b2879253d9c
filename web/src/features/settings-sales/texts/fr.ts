import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  title: 'Étapes de vente',
  text: 'Les étapes d’une affaire, dans leur ordre, et combien d’affaires sur cent à chaque étape sont gagnées.',
  stage: 'Étape {place}',
  chance: 'Gagnées sur cent',
  add: 'Ajouter une étape',
  remove: 'Retirer {name}',
  up: 'Monter {name}',
  down: 'Descendre {name}',
  dealsSaid_one: '{count} affaire',
  dealsSaid_other: '{count} affaires',
  termsTitle: 'TVA et numéros',
  termsText:
    'La TVA des ventes dans le pays de l’entreprise, et la numérotation des documents. Ce qui est émis garde ce qu’il avait.',
  rates: 'Taux de TVA : {country}',
  rate_standard: 'Taux normal',
  rate_reduced: 'Taux réduit',
  rate_low: 'Taux bas',
  rateHint: 'Vide : il n’y en a pas.',
  noCountry: 'Dites d’abord dans quel pays est l’entreprise.',
  toCompany: 'Paramètres de l’entreprise',
  series_offer: 'Offres',
  prefix: 'Avant les chiffres',
  prefixHint: '{year} tient lieu d’année.',
  digits: 'Chiffres',
  nextSaid: 'Le prochain est {number}.',
};
