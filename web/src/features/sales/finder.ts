import { listOpportunities } from '../../../../contract/sales.ts';
import { call } from '../../api/call.ts';
import { textsNow } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { texts } from './texts/texts.ts';

/** Deals in the palette. */
export const opportunityFinder = {
  title: () => textsNow(texts)('opportunities'),
  find: async (words: string, signal: AbortSignal) => {
    const { rows } = await call(listOpportunities, { search: words, limit: 6 }, signal);
    return rows.map(({ id, title, party }) => ({
      key: id,
      label: title,
      text: party.name ?? '',
      href: paths.opportunity(id),
    }));
  },
};
