import type { EmbeddedPicture } from '../../../content/index.ts';
import { embeddedPart } from './attached.ts';

const idOf = ({ token }: EmbeddedPicture, domain: string): string => `${token}@${domain}`;

/** The same text, showing what goes along instead of what would be loaded; links to a picture stay. */
export const showingEmbedded = (html: string, pictures: readonly EmbeddedPicture[], domain: string): string => {
  const ids = new Map(pictures.flatMap((one) => one.addresses.map((address) => [address, idOf(one, domain)] as const)));
  if (ids.size === 0) return html;
  return html.replace(/(\ssrc\s*=\s*["'])([^"'\s]+)(?=["'])/gi, (whole, before: string, address: string) => {
    const id = ids.get(address);
    return id === undefined ? whole : `${before}cid:${id}`;
  });
};

/** The pictures as parts of what they are related to, encoded once for all who get them. */
export const embeddedParts = (edge: string, pictures: readonly EmbeddedPicture[], domain: string): Buffer[] =>
  pictures.map((one) => embeddedPart(edge, { ...one, name: one.token }, idOf(one, domain)));
