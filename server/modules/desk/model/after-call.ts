import type { CallOutcome } from '../../../../contract/desk.ts';

export interface CallEnded {
  outcome: CallOutcome;
  /** When to call back. */
  at: Date | null;
  /** Calls before that found nobody. */
  tries: number;
  triesAllowed: number;
  againAfterHours: number;
  now: Date;
}

export interface AfterCall {
  /** `open`: the person is called again. */
  state: 'open' | 'done';
  tries: number;
  notBefore: Date | null;
  promised: boolean;
  facts: ('reached' | 'not_reached' | 'call_back' | 'unsubscribed')[];
  answer: 'yes' | 'no' | null;
  /** The number is not called again. */
  suppress: boolean;
}

const HOUR = 3_600_000;

/** What follows from how a call ended. */
export const afterCall = ({ outcome, at, tries, triesAllowed, againAfterHours, now }: CallEnded): AfterCall => {
  const done: AfterCall = {
    state: 'done',
    tries,
    notBefore: null,
    promised: false,
    facts: ['reached'],
    answer: null,
    suppress: false,
  };
  switch (outcome) {
    case 'not_reached': {
      const tried = tries + 1;
      const again = tried < triesAllowed;
      return {
        ...done,
        state: again ? 'open' : 'done',
        tries: tried,
        notBefore: again ? new Date(now.getTime() + againAfterHours * HOUR) : null,
        facts: ['not_reached'],
      };
    }
    case 'call_back':
      return { ...done, state: 'open', notBefore: at, promised: true, facts: ['reached', 'call_back'] };
    case 'yes':
    case 'no':
      return { ...done, answer: outcome };
    case 'do_not_call':
      return { ...done, facts: ['reached', 'unsubscribed'], suppress: true };
    case 'reached':
      return done;
  }
};
