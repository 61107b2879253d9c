import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  title: 'Eiendelstyper',
  text: 'Slags ting kundene eier, hver med egne felter.',
  newType: 'Ny eiendelstype',
  name: 'Navn',
  identifier: 'Hva som identifiserer en',
  identifierHint: 'For eksempel «Kjennemerke». Ingen to eiendeler av typen har det samme.',
  key: 'Nøkkel',
  keyHint: 'Navngir typen i regler, tekster og importer, for eksempel vehicle. Den kan ikke endres senere.',
  keyExample: 'lages av navnet',
  assets: 'Eiendeler',
  fields: 'Egne felter',
  state: 'Status',
  inUse: 'I bruk',
  archived: 'Arkivert',
  archiveText:
    'Den tilbys ikke lenger noe sted. Eiendelene blir stående, og regler som bruker den, virker fortsatt. Du kan gjenopprette den.',
  none: 'Ingen eiendelstyper ennå',
  noneText:
    'For eksempel Kjøretøy, med merke, modell, årsmodell og neste service. Da kan kampanjer velge folk etter hva de eier.',
  create: 'Opprett type',
  edit: 'Rediger «{name}»',
  editFields: 'Feltene',
  seeAssets: 'Eiendelene',
};
