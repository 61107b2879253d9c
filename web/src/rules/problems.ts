import { checkRule } from '../../../contract/check-rule.ts';
import type { RuleTree } from '../../../contract/rule.ts';
import { errorMessage, type FieldError } from '../api/problem.ts';
import { without } from './tree.ts';
import type { RuleTerms } from './use-rule-terms.ts';

/** By path inside the tree (`rules.0.rules.2`): what is wrong there. */
export type RuleProblems = ReadonlyMap<string, string>;

/** What the conditions lack, as the server would say it. */
export const problemsOf = (tree: RuleTree, terms: RuleTerms): RuleProblems =>
  new Map(checkRule(tree, terms, '').map(({ field, code, params }) => [field, errorMessage(code, params)]));

/** What the server refused below `at` (`rule`, `audience.rule.tree`). */
export const problemsBelow = (errors: readonly Pick<FieldError, 'field' | 'message'>[], at: string): RuleProblems =>
  new Map(
    errors
      .filter(({ field }) => field.startsWith(`${at}.`))
      .map(({ field, message }) => [field.slice(at.length + 1), message] as const),
  );

/** The rule without conditions that are not filled in yet: what can be counted and stored meanwhile. */
export const finishedRule = (tree: RuleTree, terms: RuleTerms): RuleTree =>
  terms.loading ? tree : without(tree, new Set(problemsOf(tree, terms).keys()));
