import { Engine } from 'mrml';
import type { Variant, Variants } from '../../../contract/content.ts';
import type { Design } from '../../../contract/design.ts';
import { LANGUAGES, type Language } from '../../../contract/messages/index.ts';
import { WORDS } from './built-in/words.ts';
import { designMarkup } from './model/design-markup.ts';

let engine: Engine | undefined;

/** Tables that every mail program lays out alike, made of blocks. */
export const drawDesign = (design: Design, language: Language): string => {
  const { common, newsletter } = WORDS[language];
  const { mjml, finish } = designMarkup(design, language, { ...common, reason: design.reason || newsletter.reason });
  engine ??= new Engine();
  const made = engine.toHtml(mjml);
  if (made.type === 'error') throw new Error(`the layout was refused: ${made.message}`);
  return finish(made.content);
};

/** Where a text is put together from blocks, its HTML is what is made of them, whatever else came along. */
export const drawn = (variant: Variant, language: Language): Variant =>
  variant.design ? { ...variant, html: drawDesign(variant.design, language) } : variant;

export const allDrawn = (variants: Variants): Variants =>
  Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const variant = variants[language];
      return variant ? [[language, drawn(variant, language)]] : [];
    }),
  );
