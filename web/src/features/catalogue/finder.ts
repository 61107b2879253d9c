import { listProducts } from '../../../../contract/catalogue.ts';
import { call } from '../../api/call.ts';
import { textsNow } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { texts } from './texts/texts.ts';

/** Products in the palette. */
export const productFinder = {
  title: () => textsNow(texts)('products'),
  find: async (words: string, signal: AbortSignal) => {
    const { rows } = await call(listProducts, { search: words, limit: 6 }, signal);
    return rows.map((row) => ({ key: row.id, label: row.name, text: row.number, href: paths.product(row.id) }));
  },
};
