import type { ActionId } from '../../../../contract/ids.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useHere } from './campaign-context.ts';
import { moneyTexts } from './money-texts/texts.ts';
import { useActionName } from './words.tsx';

/** What a cost or revenue belongs to, in words: an action, or the campaign as a whole. */
export function useOwnerOfLine(): (actionId: ActionId | null) => string {
  const t = useTexts(moneyTexts);
  const nameOf = useActionName();
  const { campaign } = useHere();
  return (actionId) => {
    const action = campaign.actions.find(({ id }) => id === actionId);
    return action ? nameOf(action) : t('whole');
  };
}
