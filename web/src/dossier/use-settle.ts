import { getCompanyTimeline, getContactTimeline } from '../../../contract/crm.ts';
import {
  campaignProgress,
  getInteraction,
  type InteractionState,
  listInteractions,
  settleInteractions,
} from '../../../contract/interactions.ts';
import { useAction } from '../api/use-action.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { notify } from '../ui/toast.tsx';
import { texts } from './texts/texts.ts';

/** What is out of date once an item was changed. */
export const ITEM_ANSWERS = [
  listInteractions,
  getInteraction,
  getContactTimeline,
  getCompanyTimeline,
  campaignProgress,
];

/** Marks items as done, cancelled or open again; the note in the corner takes it back. `before` is how they were. */
export function useSettle(): (ids: readonly string[], state: InteractionState, before?: InteractionState) => void {
  const t = useTexts(texts);
  const { runAsync } = useAction(settleInteractions, { invalidate: ITEM_ANSWERS });
  const settle = async (ids: readonly string[], state: InteractionState, before: InteractionState) => {
    const { changed } = await runAsync({ ids: ids as never, state });
    if (changed.length === 0) return;
    notify.undoable(
      t(`settled_${state}`, { count: changed.length }),
      () => void runAsync({ ids: changed, state: before }),
    );
  };
  return (ids, state, before = 'open') => void settle(ids, state, before);
}
