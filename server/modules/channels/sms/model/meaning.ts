export type Meaning = 'stop' | 'yes' | 'no' | 'maybe' | 'other';

/** The whole text, not a word of it: who writes a sentence is answered by a person. */
const WORDS: Record<Exclude<Meaning, 'other'>, readonly string[]> = {
  stop: [
    'stop',
    'stopp',
    'stopall',
    'stop all',
    'stop alle',
    'slutt',
    'avslutt',
    'avmeld',
    'meld av',
    'unsubscribe',
    'cancel',
    'end',
    'quit',
    'opt out',
    'optout',
    'arret',
    'arreter',
    'desabonner',
    'desinscription',
    'desinscrire',
    'wypisz',
    'wypisz mnie',
    'rezygnuje',
    'rezygnacja',
    'koniec',
  ],
  yes: ['yes', 'y', 'ja', 'j', 'jepp', 'tak', 't', 'oui', 'o', 'ok'],
  no: ['no', 'n', 'nei', 'nie', 'non'],
  maybe: ['maybe', 'kanskje', 'moze', 'byc moze', 'peut etre'],
};

/** Without case, accents, quotes, punctuation and double spaces: `« ARRÊT ! »` is `arret`. */
const bare = (text: string): string =>
  text
    .replace(/ł/gi, 'l')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What somebody means who wrote back. `S T O P` is STOP too. */
export const meaningOf = (text: string): Meaning => {
  const said = bare(text);
  const spelled = said.replace(/^(?:\p{L} )+\p{L}$/u, (letters) => letters.replaceAll(' ', ''));
  for (const [meaning, words] of Object.entries(WORDS)) if (words.includes(spelled)) return meaning as Meaning;
  return 'other';
};
