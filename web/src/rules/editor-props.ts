import type { Rule } from '../../../contract/rule.ts';
import type { RuleProblems } from './problems.ts';
import type { RuleTerms } from './use-rule-terms.ts';

export interface EditorProps {
  terms: RuleTerms;
  problems: RuleProblems;
  /** Where the group or condition stands: '' for the whole rule, then `rules.0`, `rules.0.rules.2`. */
  path: string;
  level: number;
  /** A segment that can't be named. */
  without: string | undefined;
}

export interface Moves {
  up: (() => void) | undefined;
  down: (() => void) | undefined;
}

export interface RowProps<R extends Rule> extends EditorProps {
  rule: R;
  onChange: (rule: Rule) => void;
  onRemove: () => void;
  onMove: Moves;
}
