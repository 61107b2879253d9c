import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  templates: 'Maler',
  templatesText: 'Tekster å begynne en melding med. En melding laget av en mal blir som den er når malen endres.',
  newTemplate: 'Ny mal',
  template: 'Mal',
  name: 'Navn',
  language: 'Språk',
  channel: 'For',
  anyChannel: 'Alle slag',
  channel_email: 'E-post',
  channel_sms: 'SMS',
  channel_letter: 'Brev',
  words_letter: 'Tekst',
  words_sms: 'Tekst',
  channel_call: 'Telefonsamtaler',
  channel_task: 'Andre aktiviteter',
  words_call: 'Manus',
  words_task: 'Det som skal gjøres',
  changed: 'Endret',
  anyLanguage: 'Alle språk',
  searchHint: 'Søk på navn',
  noneTitle: 'Ingen egne maler ennå',
  noneText:
    'Mange følger med Fanfare, for e-post, SMS, brev, samtaler og oppgaver. Begynn med en av dem og lagre den som din egen.',
  saveTemplate: 'Lagre malen',
  templateSaved: 'Malen er lagret',
  archive: 'Legg bort',
  archiveTitle: 'Legge bort «{name}»?',
  archiveText: 'Den forsvinner fra listen. Meldinger laget av den blir som de er.',
  archived: '«{name}» er lagt bort',
};
