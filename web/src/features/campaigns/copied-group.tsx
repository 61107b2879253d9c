import { type Audience, GROUPS_OF_ACTION, type GroupOfAction } from '../../../../contract/audience.ts';
import type { ActionId } from '../../../../contract/ids.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { FieldRow } from '../../form/form.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Section } from '../../ui/card.tsx';
import { actionTexts } from './action-texts/texts.ts';
import { useHere } from './campaign-context.ts';
import { useActionName } from './words.tsx';

interface CopiedGroupProps {
  audience: Audience;
  change: (change: Partial<Audience>) => void;
  error?: string | undefined;
}

/** O19: a stage goes on with the group of an earlier one, or with those of it who did something or did not. */
export function CopiedGroup({ audience: { copyOf }, change, error }: CopiedGroupProps) {
  const t = useTexts(actionTexts);
  const nameOf = useActionName();
  const { campaign, action } = useHere();
  const others = campaign.actions.filter(({ id }) => id !== action.id);
  if (others.length === 0) return null;
  const from = copyOf && 'actionId' in copyOf ? copyOf : null;
  const take = (actionId: ActionId | null, which: GroupOfAction) =>
    change({ copyOf: actionId === null ? null : { actionId, which } });
  return (
    <Section title={t('copyGroup')} text={t('copyGroupText')}>
      <FieldRow>
        <SelectField
          label={t('copyFrom')}
          clearable
          nothing={t('noCopy')}
          error={error}
          choices={others.map((other) => ({ value: other.id, label: nameOf(other) }))}
          value={from?.actionId ?? null}
          onChange={(actionId) => take(actionId as ActionId | null, from?.which ?? 'all')}
        />
        {from ? (
          <SelectField
            label={t('whoOfIt')}
            hint={from.which === 'joined_since' ? t('joinedSinceHint') : undefined}
            choices={GROUPS_OF_ACTION.map((which) => ({ value: which, label: t(`group_${which}`) }))}
            value={from.which}
            onChange={(which) => which && take(from.actionId, which)}
          />
        ) : null}
      </FieldRow>
    </Section>
  );
}
