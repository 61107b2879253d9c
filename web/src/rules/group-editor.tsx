import { IconBracketsContain, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { MATCHES, type Match, RULE_LIMITS, type Rule, type RuleGroup } from '../../../contract/rule.ts';
import { SelectField } from '../form/choice-fields.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { AddCondition } from './add-condition.tsx';
import type { EditorProps, RowProps } from './editor-props.ts';
import { MoveButtons, moveByKey } from './move-buttons.tsx';
import { RelatedRow } from './related-row.tsx';
import { RuleRow } from './rule-row.tsx';
import { texts } from './texts/texts.ts';
import { moved, newGroup, removed, replaced } from './tree.ts';
import { termsWithin } from './use-rule-terms.ts';

interface GroupEditorProps extends EditorProps {
  group: RuleGroup;
  onChange: (group: RuleGroup) => void;
  onRemove?: (() => void) | undefined;
}

const below = (path: string, index: number) => (path === '' ? `rules.${index}` : `${path}.rules.${index}`);

/** All, any or none of some conditions, with groups inside. */
export function GroupEditor({ group, onChange, onRemove, ...props }: GroupEditorProps) {
  const t = useTexts(texts);
  const frame = useRef<HTMLFieldSetElement>(null);
  const [fresh, setFresh] = useState(-1);
  const { terms, level, path } = props;
  const add = (rule: Rule) => {
    setFresh(group.rules.length);
    onChange({ ...group, rules: [...group.rules, rule] });
  };
  const remove = (index: number) => {
    setFresh(-1);
    onChange(removed(group, index));
    frame.current?.querySelector<HTMLElement>(':scope > .rule-add input')?.focus();
  };
  // A condition just added is ready to be filled in.
  useEffect(() => {
    if (fresh < 0) return;
    frame.current
      ?.querySelector<HTMLElement>(`:scope > .rule-list > li:nth-child(${fresh + 1}) :is(.rule-value, .rule-add) input`)
      ?.focus();
  }, [fresh]);
  return (
    <fieldset className={level === 1 ? 'rule-group rule-group-whole' : 'rule-group'} ref={frame}>
      <legend className="visually-hidden">{level === 1 ? t('wholeRule') : t('group')}</legend>
      <div className="rule-head">
        <div className="rule-match">
          <SelectField<Match>
            label={t('match')}
            hideLabel
            choices={MATCHES.map((value) => ({ value, label: t(`match_${value}`) }))}
            value={group.match}
            onChange={(match) => match && onChange({ ...group, match })}
          />
        </div>
        {onRemove ? <IconButton label={t('removeGroup')} icon={<IconTrash size={16} />} onClick={onRemove} /> : null}
      </div>
      {group.rules.length > 0 ? (
        <ul className="rule-list">
          {group.rules.map((rule, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no name but its place; every field in it is controlled
            <li key={index}>
              <RuleItem
                {...props}
                rule={rule}
                path={below(path, index)}
                level={level + 1}
                onChange={(next) => onChange(replaced(group, index, next))}
                onRemove={() => remove(index)}
                onMove={{
                  up: index > 0 ? () => onChange(moved(group, index, -1)) : undefined,
                  down: index < group.rules.length - 1 ? () => onChange(moved(group, index, 1)) : undefined,
                }}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <div className="rule-add">
        <AddCondition terms={terms} without={props.without} onAdd={add} />
        {level < RULE_LIMITS.levels ? (
          <Button look="quiet" size="small" icon={<IconBracketsContain size={16} />} onClick={() => add(newGroup())}>
            {t('addGroup')}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

/** A condition, a group inside the group, or related records with the conditions that they meet. */
function RuleItem({ rule, ...props }: RowProps<Rule>) {
  const relation = rule.kind === 'related' ? props.terms.relations.get(rule.relation) : undefined;
  if (rule.kind === 'related' && relation !== undefined)
    return (
      <RelatedRow {...props} rule={rule} relation={relation}>
        <GroupEditor
          {...props}
          terms={termsWithin(props.terms, relation)}
          path={`${props.path}.where`}
          group={rule.where}
          onChange={(where) => props.onChange({ ...rule, where })}
          onRemove={undefined}
        />
      </RelatedRow>
    );
  if (rule.kind !== 'group') return <RuleRow {...props} rule={rule} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to keys of the fields inside
    <div className="rule-nested" onKeyDown={(event) => moveByKey(event, props.onMove)}>
      <GroupEditor {...props} group={rule} />
      <div className="rule-moves">
        <MoveButtons onMove={props.onMove} />
      </div>
    </div>
  );
}
