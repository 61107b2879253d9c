import { listColleagues } from '../../../../contract/access.ts';
import { type ActionWork, PRIORITIES, WORK_TO } from '../../../../contract/action-work.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { MultiSelect, RadioField, SelectField } from '../../form/choice-fields.tsx';
import { FieldRow } from '../../form/form.tsx';
import { NumberField } from '../../form/number-field.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { workTexts } from './work-texts/texts.ts';

interface WorkFieldsProps {
  channel: string;
  work: ActionWork;
  change: (work: ActionWork) => void;
  /** What is wrong with whom it is given to. */
  error?: string | undefined;
}

/** Who is given the work, until when, and how often somebody is called. */
export function WorkFields({ channel, work, change, error }: WorkFieldsProps) {
  const t = useTexts(workTexts);
  const set = (part: Partial<ActionWork>) => change({ ...work, ...part });
  return (
    <>
      <RadioField
        label={t('to')}
        value={work.to}
        onChange={(to) => set({ to, userIds: to === 'named' ? work.userIds.slice(0, 1) : work.userIds })}
        choices={WORK_TO.map((value) => ({ value, label: t(`to_${value}`), hint: t(`toHint_${value}`) }))}
      />
      <Colleagues work={work} set={set} error={error} />
      <FieldRow>
        <NumberField
          label={t('dueDays')}
          hint={t('dueDaysHint')}
          min={0}
          max={365}
          value={work.dueDays}
          onChange={(dueDays) => set({ dueDays })}
        />
        <SelectField
          label={t('priority')}
          choices={PRIORITIES.map((value) => ({ value, label: t(`priority_${value}`) }))}
          value={work.priority}
          onChange={(priority) => set({ priority: priority ?? 'normal' })}
        />
      </FieldRow>
      {channel === 'call' ? (
        <FieldRow>
          <NumberField
            label={t('tries')}
            min={1}
            max={20}
            value={work.tries}
            onChange={(tries) => set({ tries: tries || 1 })}
          />
          <NumberField
            label={t('againAfter')}
            min={1}
            max={720}
            value={work.againAfterHours}
            onChange={(hours) => set({ againAfterHours: hours || 1 })}
          />
        </FieldRow>
      ) : null}
    </>
  );
}

interface ColleaguesProps {
  work: ActionWork;
  set: (part: Partial<ActionWork>) => void;
  error: string | undefined;
}

function Colleagues({ work, set, error }: ColleaguesProps) {
  const t = useTexts(workTexts);
  const choosing = work.to === 'named' || work.to === 'even';
  const rows = useEndpoint(listColleagues, {}, { when: choosing }).data?.rows ?? [];
  const choices = rows.map(({ id, name }) => ({ value: id as string, label: name }));
  const choose = (ids: string[]) => set({ userIds: ids as ActionWork['userIds'] });
  if (work.to === 'named') {
    return (
      <SelectField
        label={t('colleague')}
        choices={choices}
        value={work.userIds[0] ?? null}
        onChange={(id) => choose(id === null ? [] : [id])}
        error={error}
      />
    );
  }
  if (work.to !== 'even') return null;
  return <MultiSelect label={t('colleagues')} choices={choices} value={work.userIds} onChange={choose} error={error} />;
}
