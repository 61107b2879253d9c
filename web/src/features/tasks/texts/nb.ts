import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  title: 'Oppgaver',
  text: 'Telefoner, gjøremål og møter, det som haster mest først. Trykk D på en rad for å merke den som gjort.',
  subject: 'Emne',
  about: 'Gjelder',
  type: 'Type',
  allTypes: 'Alle typer',
  responsible: 'Ansvarlig',
  due: 'Frist',
  state: 'Status',
  campaign: 'Kampanje',
  made: 'Laget',
  whose: 'Hvem sine',
  mine: 'Mine',
  everybodys: 'Alles',
  nobodys: 'Ingens',
  allStates: 'Alle statuser',
  overdueOnly: 'Forfalte',
  noDue: 'Ingen frist',
  priority: 'Prioritet',
  priority_high: 'Høy',
  priority_low: 'Lav',
  notCalled: 'Ikke ringt ennå',
  callDesk: 'Ringebord',
  searchHint: 'Søk i emne, tekst, navn eller kampanje',
  nothing: 'Ingenting å gjøre',
  nothingText:
    'Oppgaver kommer fra kampanjer der dossierelementene ber om arbeid, eller legges til på siden til en person, et firma eller et lead.',
  done: 'Gjort',
};
