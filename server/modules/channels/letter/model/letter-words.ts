import type { Language } from '../../../../../contract/messages/index.ts';
import { LOCALES } from '../../../../../contract/messages/languages.ts';
import type { OwnData } from '../../../crm/index.ts';
import type { Block } from '../../../layouts/index.ts';

export const NAME_OF_DATE: Record<Language, string> = { en: 'Date', nb: 'Dato', pl: 'Data', fr: 'Date' };

const ENCLOSURES: Record<Language, string> = {
  en: 'Enclosures',
  nb: 'Vedlegg',
  pl: 'Załączniki',
  fr: 'Pièces jointes',
};

export const enclosureList = (names: readonly string[], language: Language): Block => ({
  kind: 'text',
  runs: [{ text: `${ENCLOSURES[language]}: `, bold: true }, { text: names.join(', ') }],
});

const ASSETS: Record<Language, [type: string, name: string, number: string, since: string]> = {
  en: ['Type', 'Name', 'Number', 'Since'],
  nb: ['Type', 'Navn', 'Nummer', 'Siden'],
  pl: ['Rodzaj', 'Nazwa', 'Numer', 'Od'],
  fr: ['Type', 'Nom', 'Numéro', 'Depuis'],
};

/** What the recipient owns. */
export const assetTable = (assets: OwnData['assets'], language: Language): Block => {
  const day = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    kind: 'table',
    columns: ASSETS[language].map((title, at) => ({
      title,
      align: at === 3 ? 'right' : 'left',
      width: at === 1 ? 2 : 1,
    })),
    rows: assets.map(({ type, name, identifier, acquiredOn }) => [
      type,
      name,
      identifier ?? '',
      acquiredOn === null ? '' : day.format(new Date(acquiredOn)),
    ]),
  };
};
