import { frenchSpacesIn } from '../../../../contract/french-spaces.ts';
import type { Language } from '../../../../contract/messages/index.ts';

/** What became of a distribution. `tries` and `sentInAll` count those to whom the same action was sent again. */
export type Ended = Record<'planned' | 'sent' | 'failed' | 'dropped' | 'unknown' | 'tries' | 'sentInAll', number>;

/** Channels by which something is sent. */
const MESSAGES = ['email', 'sms', 'letter'];

interface Finished {
  campaign: string;
  channel: string;
  ended: Record<string, string | number | null>;
  link: string;
}

/** `made`: where records are made and nothing is sent. `again`: before the sums of a further try. */
const WORDS: Record<Language, Record<'subject' | 'text' | 'sent' | 'made' | 'again', string>> = {
  en: {
    subject: 'Finished: {campaign}',
    text: 'The distribution of “{campaign}” is finished.\n{again}\n{sums}\n\nThe results: {link}\n\nYou can switch this e-mail off in your profile.',
    sent: 'To send: {planned}\nSent: {sent}\nFailed: {failed}\nDropped after the start: {dropped}\nUnknown: {unknown}',
    made: 'Planned: {planned}\nMade: {sent}',
    again: '\nThis was try {tries}, to those not reached before. Sent in all tries: {sentInAll}. This try alone:\n',
  },
  nb: {
    subject: 'Ferdig: {campaign}',
    text: 'Utsendelsen av «{campaign}» er ferdig.\n{again}\n{sums}\n\nResultatene: {link}\n\nDu kan slå av denne e-posten i profilen din.',
    sent: 'Skulle sendes: {planned}\nSendt: {sent}\nFeilet: {failed}\nUtelatt etter start: {dropped}\nUkjent: {unknown}',
    made: 'Planlagt: {planned}\nLaget: {sent}',
    again:
      '\nDette var forsøk {tries}, til dem som ikke ble nådd før. Sendt i alle forsøk: {sentInAll}. Bare dette forsøket:\n',
  },
  pl: {
    subject: 'Zakończono: {campaign}',
    text: 'Wysyłka kampanii „{campaign}” jest zakończona.\n{again}\n{sums}\n\nWyniki: {link}\n\nTen e-mail możesz wyłączyć w swoim profilu.',
    sent: 'Do wysłania: {planned}\nWysłano: {sent}\nNieudane: {failed}\nPominięte po rozpoczęciu: {dropped}\nNieznane: {unknown}',
    made: 'Zaplanowano: {planned}\nUtworzono: {sent}',
    again:
      '\nTo była próba {tries}, do osób wcześniej nieosiągniętych. Wysłano we wszystkich próbach: {sentInAll}. Tylko ta próba:\n',
  },
  fr: frenchSpacesIn({
    subject: 'Terminé : {campaign}',
    text: 'La diffusion de « {campaign} » est terminée.\n{again}\n{sums}\n\nLes résultats : {link}\n\nVous pouvez désactiver cet e-mail dans votre profil.',
    sent: 'À envoyer : {planned}\nEnvoyés : {sent}\nÉchoués : {failed}\nÉcartés après le départ : {dropped}\nInconnus : {unknown}',
    made: 'Prévus : {planned}\nCréés : {sent}',
    again:
      '\nC’était l’essai {tries}, à ceux qui n’avaient pas été joints. Envoyés en tout : {sentInAll}. Cet essai seul :\n',
  }),
};

/** Q26: what a person reads who was not there when it ended. */
export const finishedNote = (
  language: Language,
  { campaign, channel, ended, link }: Finished,
): { subject: string; text: string } => {
  const words = WORDS[language];
  const said: Record<string, string> = { campaign, link };
  for (const [name, count] of Object.entries(ended))
    if (typeof count === 'number') said[name] = new Intl.NumberFormat(language).format(count);
  const fill = (words: string) => words.replace(/\{(\w+)\}/g, (_, name: string) => said[name] ?? '');
  said['again'] = Number(ended['tries']) > 1 ? fill(words.again) : '';
  said['sums'] = fill(MESSAGES.includes(channel) ? words.sent : words.made);
  return { subject: fill(words.subject), text: fill(words.text) };
};
