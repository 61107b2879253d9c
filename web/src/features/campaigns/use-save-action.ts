import { useCallback, useEffect, useRef, useState } from 'react';
import { type Campaign, campaignHistory, getCampaign, updateAction } from '../../../../contract/campaigns.ts';
import type { SentTo } from '../../../../contract/endpoint.ts';
import { countAction, previewAction } from '../../../../contract/runs.ts';
import { Problem } from '../../api/problem.ts';
import { useAction, useRefresh } from '../../api/use-action.ts';
import { useHere } from './campaign-context.ts';

export type ActionChange = Omit<SentTo<typeof updateAction>, 'id' | 'updatedAt'>;

export interface Saving {
  /** Stored a moment later; what comes meanwhile is stored with it. */
  save: (change: ActionChange) => void;
  state: 'idle' | 'saving' | 'saved';
  problem: Problem | null;
}

const PATIENCE_MS = 400;

/** Stores an action’s settings as they are changed, one request after another, each on top of the last answer. */
export function useSaveAction(): Saving {
  const { action } = useHere();
  const refresh = useRefresh();
  const update = useAction(updateAction, { toast: false });
  const [state, setState] = useState<Saving['state']>('idle');
  const [problem, setProblem] = useState<Problem | null>(null);
  const waiting = useRef<ActionChange>({});
  const sending = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const readAt = useRef(action.updatedAt);
  if (!sending.current) readAt.current = action.updatedAt;

  const flush = useRef(async () => {});
  flush.current = async () => {
    clearTimeout(timer.current);
    const change = waiting.current;
    if (sending.current || Object.keys(change).length === 0) return;
    waiting.current = {};
    sending.current = true;
    setState('saving');
    try {
      const campaign: Campaign = await update.runAsync({ id: action.id, updatedAt: readAt.current, ...change });
      readAt.current = campaign.actions.find(({ id }) => id === action.id)?.updatedAt ?? readAt.current;
      setProblem(null);
      setState('saved');
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      setProblem(thrown);
      setState('idle');
    }
    refresh(countAction, getCampaign, previewAction, campaignHistory);
    sending.current = false;
    await flush.current();
  };

  const save = useCallback((change: ActionChange) => {
    waiting.current = { ...waiting.current, ...change };
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush.current(), PATIENCE_MS);
  }, []);
  // What was changed right before leaving the page is stored, too.
  useEffect(() => () => void flush.current(), []);
  return { save, state, problem };
}
