import { sizeUnderWay } from '../../../../contract/attachments.ts';
import type { EmbeddablePicture, Variant, Variants } from '../../../../contract/content.ts';
import { LANGUAGES, type Language } from '../../../../contract/messages/index.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { type Articles, withArticles } from '../model/article.ts';
import { scanHtml } from '../model/html-scan.ts';
import { tokenize } from '../model/liquid/tokenize.ts';
import { shadowOf } from '../model/token-text.ts';
import { fileOf } from '../model/unnamed-pictures.ts';
import { findContent, findKept, type KeptPicture } from './media.store.ts';

interface Shown {
  variants: Variants;
  articles: Articles;
}

/** As a message shows it: under whatever name this house had when it was written. */
export interface ShownHere extends KeptPicture {
  addresses: string[];
}

const TOKEN = /^https?:\/\/[^?#]+\/m\/([\w-]{22}\.\w{2,5})$/;

/** The addresses of the pictures of one language; none of a text that is no template. */
const addressesIn = ({ html }: Variant, articles: Articles): string[] => {
  try {
    return scanHtml(shadowOf(withArticles(tokenize(html), articles))).pictures.map(({ address }) => address);
  } catch {
    return [];
  }
};

/** The pictures that one language shows and this house keeps, each once; its `html` is drawn. */
export const picturesHere = async (db: Db | Tx, variant: Variant, articles: Articles): Promise<ShownHere[]> => {
  const named = addressesIn(variant, articles).map((address) => ({ address, token: TOKEN.exec(address)?.[1] ?? '' }));
  const kept = await findKept(
    db,
    named.map(({ token }) => token),
  );
  return kept.map((picture) => ({
    ...picture,
    addresses: [...new Set(named.filter(({ token }) => token === picture.token).map(({ address }) => address))],
  }));
};

/** The pictures that go with a language, if they do. */
export const embeddedIn = async (
  db: Db | Tx,
  { variants, articles }: Shown,
  language: Language,
): Promise<ShownHere[]> => {
  const variant = variants[language];
  return variant ? alongOf(variant, await picturesHere(db, variant, articles)) : [];
};

const alongOf = ({ embedded, notEmbedded = [] }: Variant, here: ShownHere[]): ShownHere[] =>
  embedded ? here.filter(({ token }) => !notEmbedded.includes(token)) : [];

export const weightOf = (pictures: readonly ShownHere[]): number =>
  pictures.reduce((sum, { token, size }) => sum + sizeUnderWay({ name: token, size }), 0);

/** What the pictures that go with each language weigh under way, in bytes. */
export const embeddedWeights = async (db: Db | Tx, content: Shown): Promise<Partial<Record<Language, number>>> => {
  const weights: Partial<Record<Language, number>> = {};
  for (const language of LANGUAGES) weights[language] = weightOf(await embeddedIn(db, content, language));
  return weights;
};

/** Which pictures may go along, what those weigh that do, in bytes under way, and which lie elsewhere and stay there, by their file names. */
export const lookAtEmbedded = async (
  db: Db,
  variant: Variant,
  articles: Articles,
): Promise<{ pictures: EmbeddablePicture[]; along: number; elsewhere: string[] }> => {
  if (!variant.embedded) return { pictures: [], along: 0, elsewhere: [] };
  const here = await picturesHere(db, variant, articles);
  const known = new Set(here.flatMap(({ addresses }) => addresses));
  const others = addressesIn(variant, articles).filter((address) => !known.has(address));
  const pictures = here.map(({ token, name, size }) => ({ token, name, size }));
  return { pictures, along: weightOf(alongOf(variant, here)), elsewhere: [...new Set(others.map(fileOf))] };
};

export interface EmbeddedPicture extends ShownHere {
  content: Buffer;
}

/** With their bytes, by language. */
export const loadEmbedded = async (
  db: Db | Tx,
  content: Shown,
): Promise<ReadonlyMap<Language, readonly EmbeddedPicture[]>> => {
  const loaded = new Map<Language, EmbeddedPicture[]>();
  for (const language of LANGUAGES) {
    const pictures = await embeddedIn(db, content, language);
    const bytes = await Promise.all(pictures.map(({ token }) => findContent(db, token)));
    loaded.set(
      language,
      pictures.flatMap((picture, at) => (bytes[at] ? [{ ...picture, content: bytes[at].content }] : [])),
    );
  }
  return loaded;
};
