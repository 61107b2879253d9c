import { campaignAnswers, listAnswers, setAnswer } from '../../../../contract/occasion.ts';
import { useAction } from '../../api/use-action.ts';

export const useSetAnswer = (onSuccess?: () => void) =>
  useAction(setAnswer, { invalidate: [campaignAnswers, listAnswers], ...(onSuccess ? { onSuccess } : {}) });
