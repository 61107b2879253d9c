import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  between: 'fin entre {from} et {until}',
  about: 'fin vers {time}',
  never: 'pas en entier avant l’abandon',
  basis_now: 'Selon l’allure actuelle : de {slow} à {fast} messages par seconde.',
  basis_history: 'Selon l’allure des diffusions précédentes de ce compte : de {slow} à {fast} messages par seconde.',
  basis_limit: 'Selon la limite du compte : de {slow} à {fast} messages par seconde.',
  basis_guess:
    'Presque rien n’est encore parti de ce compte : c’est une estimation large. Elle sera étroite après la première diffusion.',
  queue_one: '{count} message d’une autre diffusion du même compte est compté.',
  queue_other: '{count} messages d’autres diffusions du même compte sont comptés.',
  goes_on_one: '{count} risque de ne pas partir avant la fin de ses heures ; il reprend à la prochaine ouverture.',
  goes_on_other:
    '{count} risquent de ne pas partir avant la fin de leurs heures ; ils reprennent à la prochaine ouverture.',
  expires_one:
    '{count} risque d’être abandonné le {time} sans être parti. Élargissez les heures ou laissez plus de temps.',
  expires_other:
    '{count} risquent d’être abandonnés le {time} sans être partis. Élargissez les heures ou laissez plus de temps.',
  campaign_ends: 'Elle risque de ne pas être finie à la fin de la campagne. Commencez plus tôt ou repoussez la fin.',
  title: 'Combien de temps cela prend',
  text: 'Calculé d’après le nombre de destinataires, les heures, l’allure et ce qui précède.',
};
