import { listPriceLists } from '../../../../contract/catalogue-prices.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { texts } from './texts/texts.ts';

/** The list that the prices of the file are for. */
export function PriceListField() {
  const t = useTexts(texts);
  const lists = useEndpoint(listPriceLists, {}).data?.lists ?? [];
  return (
    <SelectField
      name="priceListId"
      label={t('priceList')}
      hint={t('priceListHint')}
      choices={lists
        .filter(({ archived }) => !archived)
        .map(({ id, name, currency }) => ({ value: id as string, label: `${name} (${currency})` }))}
    />
  );
}
