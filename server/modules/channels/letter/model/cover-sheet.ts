import { LANGUAGES, type Language } from '../../../../../contract/messages/index.ts';
import { LOCALES } from '../../../../../contract/messages/languages.ts';
import type { PrintedDocument } from '../../../layouts/index.ts';

interface Cover {
  language: Language;
  name: string;
  campaignName: string;
  /** Set where an earlier batch is printed again. */
  reprintOf: string | null;
  sealedAt: string;
  letters: number;
  pages: number;
  grams: number;
  enclosures: readonly string[];
  /** In their order, with how many letters each holds. */
  trays: readonly { name: string; letters: number }[];
  codes: { first: string; last: string };
}

type Word =
  | 'cover'
  | 'reprint'
  | 'campaign'
  | 'sealed'
  | 'letters'
  | 'pages'
  | 'weight'
  | 'each'
  | 'codes'
  | 'tray'
  | 'none';

const WORDS: Record<Language, Record<Word, string>> = {
  en: {
    cover: 'Batch of letters',
    reprint: 'Reprint of',
    campaign: 'Campaign',
    sealed: 'Sealed',
    letters: 'Letters',
    pages: 'Pages without this one',
    weight: 'Weight in all',
    each: 'Into each envelope',
    codes: 'Codes',
    tray: 'Postal area',
    none: 'No code',
  },
  nb: {
    cover: 'Brevbunke',
    reprint: 'Ny utskrift av',
    campaign: 'Kampanje',
    sealed: 'Forseglet',
    letters: 'Brev',
    pages: 'Sider uten denne',
    weight: 'Samlet vekt',
    each: 'I hver konvolutt',
    codes: 'Koder',
    tray: 'Postområde',
    none: 'Uten nummer',
  },
  pl: {
    cover: 'Partia listów',
    reprint: 'Ponowny wydruk partii',
    campaign: 'Kampania',
    sealed: 'Zamknięto',
    letters: 'Listy',
    pages: 'Strony bez tej',
    weight: 'Waga łączna',
    each: 'Do każdej koperty',
    codes: 'Kody',
    tray: 'Okręg pocztowy',
    none: 'Bez kodu',
  },
  fr: {
    cover: 'Lot de courriers',
    reprint: 'Réimpression de',
    campaign: 'Campagne',
    sealed: 'Scellé',
    letters: 'Courriers',
    pages: 'Pages sans celle-ci',
    weight: 'Poids total',
    each: 'Dans chaque enveloppe',
    codes: 'Codes',
    tray: 'Zone postale',
    none: 'Sans code',
  },
};

/** The first sheet of a batch: what lies under it, so that whoever prints and folds can count. */
export const coverSheet = (cover: Cover): PrintedDocument => {
  const { language } = cover;
  const words = WORDS[language];
  const number = new Intl.NumberFormat(LOCALES[language]);
  const facts: [string, string][] = [
    [words.campaign, cover.campaignName],
    ...(cover.reprintOf === null ? [] : [[words.reprint, cover.reprintOf] satisfies [string, string]]),
    [words.sealed, cover.sealedAt],
    [words.letters, number.format(cover.letters)],
    [words.pages, number.format(cover.pages)],
    [words.weight, `${number.format(cover.grams / 1000)} kg`],
    ...(cover.enclosures.length === 0 ? [] : [[words.each, cover.enclosures.join(', ')] satisfies [string, string]]),
    [words.codes, `${cover.codes.first} – ${cover.codes.last}`],
  ];
  return {
    head: LANGUAGES.length,
    language,
    address: [],
    code: null,
    info: [],
    subject: `${words.cover}: ${cover.name}`,
    blocks: [
      { kind: 'facts', rows: facts.map(([label, value]) => ({ label, value })) },
      { kind: 'space', height: 8 },
      {
        kind: 'table',
        columns: [
          { title: words.tray, align: 'left', width: 1 },
          { title: words.letters, align: 'right', width: 1 },
        ],
        rows: cover.trays.map(({ name, letters }) => [name || words.none, number.format(letters)]),
      },
    ],
  };
};
