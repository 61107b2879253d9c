import { useEffect, useState } from 'react';
import type { Audience } from '../../../../contract/audience.ts';
import type { Action } from '../../../../contract/campaigns.ts';
import { useHere } from './campaign-context.ts';
import { type ActionChange, type Saving, useSaveAction } from './use-save-action.ts';

interface Editing {
  audience: Audience;
  action: Action;
  change: (change: Partial<Audience>) => void;
  save: (change: ActionChange) => void;
  saving: Saving;
}

/** What was changed is shown at once and stored a moment later. */
export function useAudience(): Editing {
  const { action: stored } = useHere();
  const saving = useSaveAction();
  const [changed, setChanged] = useState<Partial<Action>>({});
  const action: Action = { ...stored, ...changed };
  // Once the stored one is newer than what was typed, it is the truth again.
  useEffect(() => {
    if (saving.state !== 'saving') setChanged({});
  }, [saving.state]);
  const save = (change: ActionChange) => {
    setChanged((before) => ({ ...before, ...(change as Partial<Action>) }));
    saving.save(change);
  };
  return {
    audience: action.audience,
    action,
    save,
    saving,
    change: (change) => save({ audience: { ...action.audience, ...change } }),
  };
}
