import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { type Audience, RULE_PARTY_KINDS, type RulePartyKind } from '../../../../contract/audience.ts';
import { EVERYBODY, type RuleTree } from '../../../../contract/rule.ts';
import type { Problem } from '../../api/problem.ts';
import { RadioField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { problemsBelow } from '../../rules/problems.ts';
import { RuleBuilder } from '../../rules/rule-builder.tsx';
import { useRuleDraft } from '../../rules/use-rule-draft.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { Text } from '../../ui/text.tsx';
import { texts } from './texts/texts.ts';

interface OwnRuleProps {
  rule: Audience['rule'];
  onChange: (rule: Audience['rule']) => void;
  /** What the server refused of the audience. */
  problem: Problem | null;
}

/** A rule for this campaign alone (Q20–Q22). */
export function OwnRule({ rule, onChange, problem }: OwnRuleProps) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(rule !== null);
  const [partyKind, setPartyKind] = useState<RulePartyKind>(rule?.partyKind ?? 'contact');
  const remove = () => {
    setOpen(false);
    onChange(null);
  };
  const about = (kind: RulePartyKind) => {
    setPartyKind(kind);
    onChange(null);
  };
  return (
    <Section
      title={t('ownRule')}
      text={t('ownRuleText')}
      actions={
        open ? (
          <Button look="quiet" onClick={remove}>
            {t('removeRule')}
          </Button>
        ) : (
          <Button icon={<IconFilter size={16} stroke={1.75} />} onClick={() => setOpen(true)}>
            {t('addRule')}
          </Button>
        )
      }
    >
      {open ? (
        <>
          <RadioField
            label={t('ruleAbout')}
            value={partyKind}
            onChange={about}
            choices={RULE_PARTY_KINDS.map((value) => ({ value, label: t(`party_${value}`) }))}
          />
          <Draft
            key={partyKind}
            partyKind={partyKind}
            stored={rule?.tree ?? EVERYBODY}
            onChange={onChange}
            problem={problem}
          />
        </>
      ) : null}
    </Section>
  );
}

interface DraftProps {
  partyKind: RulePartyKind;
  stored: RuleTree;
  onChange: (rule: Audience['rule']) => void;
  problem: Problem | null;
}

/** A rule that asks nothing yet selects nobody here: everybody would be a surprise. */
function Draft({ partyKind, stored, onChange, problem }: DraftProps) {
  const t = useTexts(texts);
  const [draft, change] = useRuleDraft(partyKind, stored, (tree) =>
    onChange(tree.rules.length === 0 ? null : { partyKind, tree }),
  );
  return (
    <>
      <RuleBuilder
        partyKind={partyKind}
        value={draft}
        onChange={change}
        problems={problemsBelow(problem?.errors ?? [], 'audience.rule.tree')}
      />
      {draft.rules.length === 0 ? <Text tone="quiet">{t('emptyRule')}</Text> : null}
    </>
  );
}
