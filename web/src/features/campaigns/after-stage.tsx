import type { Schedule } from '../../../../contract/campaigns.ts';
import type { ActionId } from '../../../../contract/ids.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { FieldRow } from '../../form/form.tsx';
import { NumberField } from '../../form/number-field.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { actionTexts } from './action-texts/texts.ts';
import { useHere } from './campaign-context.ts';
import { useActionName } from './words.tsx';

type After = Extract<Schedule, { kind: 'after' }>;

const DAY = 24;

interface AfterStageProps {
  schedule: After;
  onChange: (schedule: After) => void;
  error: string | undefined;
}

/** O29: so many days and hours after which of the other actions. */
export function AfterStage({ schedule, onChange, error }: AfterStageProps) {
  const t = useTexts(actionTexts);
  const nameOf = useActionName();
  const { campaign, action } = useHere();
  const others = campaign.actions.filter(({ id }) => id !== action.id);
  const days = Math.floor(schedule.hours / DAY);
  const later = (inDays: number | null, inHours: number | null) =>
    onChange({ ...schedule, hours: (inDays ?? 0) * DAY + (inHours ?? 0) });
  return (
    <FieldRow>
      <SelectField
        label={t('afterWhich')}
        choices={others.map((other) => ({ value: other.id, label: nameOf(other) }))}
        value={schedule.actionId}
        error={error}
        onChange={(actionId) => actionId && onChange({ ...schedule, actionId: actionId as ActionId })}
      />
      <NumberField
        label={t('afterDays')}
        min={0}
        max={364}
        value={days}
        onChange={(value) => later(value, schedule.hours % DAY)}
      />
      <NumberField
        label={t('afterHours')}
        min={0}
        max={23}
        value={schedule.hours % DAY}
        onChange={(value) => later(days, value)}
      />
    </FieldRow>
  );
}
