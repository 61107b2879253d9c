import { scanHtml } from './html-scan.ts';

/** The file name of a picture. */
export const fileOf = (address: string): string => address.split(/[?#]/)[0]?.split('/').at(-1) || '…';

/** The file names of pictures that say nothing to whoever does not see them. */
export const unnamedPictures = (html: string): string[] =>
  scanHtml(html).pictures.flatMap(({ words, address }) => (words === '' ? [fileOf(address)] : []));
