import type { Language } from '../../../../contract/messages/index.ts';
import type { Sums } from '../../../../contract/runs.ts';

/** Whoever watched it does not need a letter about it. */
const WATCHED_MS = 10 * 60_000;

/** A distribution is told by mail when it took longer than anybody watches. */
export const isWorthANote = (launchedAt: Date, finishedAt: Date): boolean =>
  finishedAt.getTime() - launchedAt.getTime() > WATCHED_MS;

interface Finished {
  campaign: string;
  sums: Pick<Sums, 'planned' | 'sent' | 'failed' | 'dropped' | 'unknown'>;
  link: string;
}

const WORDS: Record<Language, { subject: string; text: string }> = {
  en: {
    subject: 'Finished: {campaign}',
    text: 'The distribution of “{campaign}” is finished.\n\nTo send: {planned}\nSent: {sent}\nFailed: {failed}\nDropped after the start: {dropped}\nUnknown: {unknown}\n\nThe results: {link}',
  },
  nb: {
    subject: 'Ferdig: {campaign}',
    text: 'Utsendelsen av «{campaign}» er ferdig.\n\nSkulle sendes: {planned}\nSendt: {sent}\nFeilet: {failed}\nUtelatt etter start: {dropped}\nUkjent: {unknown}\n\nResultatene: {link}',
  },
  pl: {
    subject: 'Zakończono: {campaign}',
    text: 'Wysyłka kampanii „{campaign}” jest zakończona.\n\nDo wysłania: {planned}\nWysłano: {sent}\nNieudane: {failed}\nPominięte po rozpoczęciu: {dropped}\nNieznane: {unknown}\n\nWyniki: {link}',
  },
  fr: {
    subject: 'Terminé : {campaign}',
    text: 'La diffusion de « {campaign} » est terminée.\n\nÀ envoyer : {planned}\nEnvoyés : {sent}\nÉchoués : {failed}\nÉcartés après le départ : {dropped}\nInconnus : {unknown}\n\nLes résultats : {link}',
  },
};

/** Q26: what a person reads who was not there when it ended. */
export const finishedNote = (
  language: Language,
  { campaign, sums, link }: Finished,
): { subject: string; text: string } => {
  const said: Record<string, string> = { campaign, link };
  for (const [name, count] of Object.entries(sums)) said[name] = new Intl.NumberFormat(language).format(count);
  const fill = (words: string) => words.replace(/\{(\w+)\}/g, (_, name: string) => said[name] ?? '');
  const { subject, text } = WORDS[language];
  return { subject: fill(subject), text: fill(text) };
};
