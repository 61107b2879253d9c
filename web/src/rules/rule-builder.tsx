import type { KeyboardEvent } from 'react';
import type { RulePartyKind } from '../../../contract/audience.ts';
import type { RuleTree } from '../../../contract/rule.ts';
import { ruleSentence } from '../../../contract/rule-sentence.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { GroupEditor } from './group-editor.tsx';
import { problemsOf, type RuleProblems } from './problems.ts';
import { texts } from './texts/texts.ts';
import { useRuleTerms } from './use-rule-terms.ts';
import './rules.css';

interface RuleBuilderProps {
  partyKind: RulePartyKind;
  value: RuleTree;
  /** Told of every change, also of conditions not filled in yet; `useRuleDraft` keeps those from being stored. */
  onChange: (tree: RuleTree) => void;
  /** Say what each condition lacks: after someone tried to save. */
  strict?: boolean | undefined;
  /** What the server refused, by path in the tree: `problemsBelow(problem.errors, 'rule')`. */
  problems?: RuleProblems | undefined;
  /** The segment being edited, which its own rule can't name. */
  segmentId?: string | undefined;
}

const NONE: RuleProblems = new Map();

/** Enter ends a value here; it doesn't send the form that the rule is part of. */
const keepEnter = (event: KeyboardEvent) => {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
};

/** A rule as a sentence, and below it the conditions and groups it's made of. */
export function RuleBuilder({
  partyKind,
  value,
  onChange,
  strict = false,
  problems = NONE,
  segmentId,
}: RuleBuilderProps) {
  const t = useTexts(texts);
  const terms = useRuleTerms(partyKind);
  if (terms.loading) return <Skeleton lines={4} />;
  const found = new Map([...(strict ? problemsOf(value, terms) : NONE), ...problems]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps keys of the fields inside from sending a form around it
    <div className="rule-builder" onKeyDown={keepEnter}>
      <div className="rule-sentence" role="note" aria-label={t('sentence')}>
        {ruleSentence(value, terms.sentence)}
      </div>
      <GroupEditor
        group={value}
        onChange={onChange}
        terms={terms}
        problems={found}
        path=""
        level={1}
        without={segmentId}
      />
    </div>
  );
}
