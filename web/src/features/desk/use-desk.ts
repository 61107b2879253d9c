import { useEffect, useState } from 'react';
import {
  type CallOutcome,
  type DeskCall,
  endCall,
  getDesk,
  keepCall,
  leaveCall,
  nextCall,
  type Queue,
} from '../../../../contract/desk.ts';
import { listInteractions } from '../../../../contract/interactions.ts';
import { Problem } from '../../api/problem.ts';
import { useAction } from '../../api/use-action.ts';
import { notify } from '../../ui/toast.tsx';

/** The server holds a person ten minutes without a sign of life. */
const SIGN_OF_LIFE_MS = 120_000;

export interface Desk {
  /** undefined: not begun. null: nobody is due. */
  call: DeskCall | null | undefined;
  busy: boolean;
  problem: Problem | null;
  next: () => Promise<void>;
  skip: () => Promise<void>;
  /** Writes the outcome down and takes the next person; answers whether it was written. */
  end: (outcome: CallOutcome, more: { note: string; at?: string }) => Promise<boolean>;
}

/** One person at a time, held for me while he is on the screen. */
export function useDesk(asked: { queue: Queue; campaignId: string | undefined }): Desk {
  const [call, setCall] = useState<DeskCall | null>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const stale = { invalidate: [getDesk, listInteractions], toast: false };
  const take = useAction(nextCall, stale);
  const leave = useAction(leaveCall, stale);
  const write = useAction(endCall, stale);
  const keep = useAction(keepCall, { toast: false });
  const id = call?.id;

  const next = async () => {
    const answer = await take.runAsync({ queue: asked.queue, campaignId: asked.campaignId as never });
    setProblem(null);
    setCall(answer.call);
  };
  /** Said where it happened; whoever is somebody else's by now makes room for the next. */
  const told = async (thrown: unknown): Promise<false> => {
    if (!(thrown instanceof Problem)) throw thrown;
    if (thrown.status === 409) {
      notify.problem(thrown);
      await next();
    } else setProblem(thrown);
    return false;
  };

  const keepHeld = keep.runAsync;
  useEffect(() => {
    if (id === undefined) return undefined;
    const timer = setInterval(() => void keepHeld({ id }).catch(() => undefined), SIGN_OF_LIFE_MS);
    return () => clearInterval(timer);
  }, [id, keepHeld]);

  return {
    call,
    problem,
    busy: take.busy || write.busy || leave.busy,
    next: () => next().catch(async (thrown) => void (await told(thrown))),
    skip: async () => {
      if (id === undefined) return;
      await leave.runAsync({ id });
      await next();
    },
    end: async (outcome, { note, at }) => {
      if (id === undefined) return false;
      try {
        await write.runAsync({ id, outcome, note, at: at ?? null });
        await next();
        return true;
      } catch (thrown) {
        return told(thrown);
      }
    },
  };
}
