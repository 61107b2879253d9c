import { createPriceRevision, listPriceRevisions } from '../../../../contract/catalogue-revisions.ts';
import { useAction } from '../../api/use-action.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useGo } from '../../url.ts';
import { usePriceLists } from './product-parts.tsx';
import { texts } from './texts/texts.ts';

/** Five percent, to the smallest coin: a rule to begin with. */
export const FIRST_RULE = {
  change: { kind: 'percent', by: 500 },
  rounding: { step: 1, ending: 0, direction: 'nearest' },
  minMargin: null,
} as const;

/** A price revision of marked products; too many to stand in an address, so its draft is made at once. */
export function useBeginRevision(listId: string | undefined) {
  const t = useTexts(texts);
  const format = useFormat();
  const go = useGo();
  const { lists } = usePriceLists();
  const create = useAction(createPriceRevision, {
    invalidate: [listPriceRevisions],
    onSuccess: ({ id }) => go(paths.priceRevision(id)),
  });
  const list = listId ?? lists[0]?.id;
  return {
    busy: create.busy,
    withMarked: (productIds: string[]) =>
      list === undefined
        ? go(paths.priceLists())
        : create.run({
            name: t('pricesOf', { day: format.date(new Date()) }),
            listId: list as never,
            selection: { productIds: productIds as never },
            rule: FIRST_RULE,
          }),
  };
}
