import type { LayoutDesign } from '../../../../contract/layouts.ts';
import type { Language } from '../../../../contract/messages/index.ts';
import type { Letterhead } from './printed-document.ts';

const PAGES: Record<Language, string> = {
  en: 'Page {page} of {pages}',
  nb: 'Side {page} av {pages}',
  pl: 'Strona {page} z {pages}',
  fr: 'Page {page} sur {pages}',
};

const LOGO = 'logo';

/** What all letters of a design share, in the language of the letter. */
export const letterheadOf = (design: LayoutDesign, language: Language): Letterhead => ({
  form: design.form,
  name: design.name || null,
  colour: design.colour,
  logo: design.logo === null ? null : { image: LOGO, height: design.logoHeight, side: design.logoSide },
  sender: design.sender || null,
  footer: design.footer.map((column) => column.split('\n').map((line) => line.trim())),
  pages: design.pageNumbers ? PAGES[language] : null,
});

/** The pictures that the letterhead names. */
export const imagesOf = ({ logo }: LayoutDesign): Record<string, Buffer> =>
  logo === null ? {} : { [LOGO]: Buffer.from(logo.slice(logo.indexOf(',') + 1), 'base64') };
