import { useState } from 'react';
import type { RulePartyKind } from '../../../contract/audience.ts';
import type { RuleTree } from '../../../contract/rule.ts';
import { finishedRule } from './problems.ts';
import { useRuleTerms } from './use-rule-terms.ts';

const same = (one: RuleTree, other: RuleTree) => JSON.stringify(one) === JSON.stringify(other);

/**
 * For places that store a rule while it's being made: `[draft, change]` for the builder. `store` is told only of conditions that are
 * filled in, and only when they changed.
 */
export function useRuleDraft(
  partyKind: RulePartyKind,
  stored: RuleTree,
  store: (tree: RuleTree) => void,
): [RuleTree, (tree: RuleTree) => void] {
  const terms = useRuleTerms(partyKind);
  const [draft, setDraft] = useState(stored);
  const change = (next: RuleTree) => {
    const before = finishedRule(draft, terms);
    const after = finishedRule(next, terms);
    setDraft(next);
    if (!same(before, after)) store(after);
  };
  return [draft, change];
}
