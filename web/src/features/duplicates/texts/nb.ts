import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  title: 'Duplikater',
  text: 'Oppføringer som trolig er de samme. Sammenlign, slå dem sammen, eller si at de er forskjellige.',
  kind: 'Oppføringer',
  contact: 'Kontakter',
  company: 'Firmaer',
  lead: 'Leads',
  same: 'Felles',
  same_email: 'Samme e-postadresse',
  same_phone: 'Samme telefonnummer',
  same_name: 'Samme navn og sted',
  same_birthday: 'Samme navn og fødselsdag',
  same_number: 'Samme organisasjonsnummer',
  compare: 'Sammenlign og slå sammen',
  different: 'De er forskjellige',
  dismissed: 'Vises ikke lenger som duplikater',
  created: 'Opprettet',
  none: 'Ingen duplikater her',
  noneText: 'Ingen oppføringer har dette felles. Velg noe annet å sammenligne etter.',
  more: 'Flere',
};
