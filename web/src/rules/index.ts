export { finishedRule, problemsBelow, type RuleProblems } from './problems.ts';
export { RuleBuilder, RuleSentence } from './rule-builder.tsx';
export { useRuleDraft } from './use-rule-draft.ts';
export { useRuleTerms } from './use-rule-terms.ts';
