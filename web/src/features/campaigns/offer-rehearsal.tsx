import { rehearseOffers } from '../../../../contract/offers.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { useHere } from './campaign-context.ts';
import { salesTexts } from './sales-texts/texts.ts';

/** Before offers are made: which firms get several. Nothing is said where none does. */
export function OfferRehearsal() {
  const t = useTexts(salesTexts);
  const { action } = useHere();
  const { data } = useEndpoint(rehearseOffers, { id: action.id }, { keep: true });
  const count = data?.firmsOfferedAgain ?? 0;
  return count > 0 ? <Alert tone="accent">{t('offeredAgain', { count })}</Alert> : null;
}
