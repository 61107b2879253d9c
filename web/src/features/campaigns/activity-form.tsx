import { z } from 'zod';
import { listActivities, type PlannedActivity, planActivity, updateActivity } from '../../../../contract/activities.ts';
import { campaignCalendar, campaignPlan } from '../../../../contract/calendar.ts';
import { campaignHistory } from '../../../../contract/campaigns.ts';
import { today } from '../../../../contract/runs.ts';
import { momentOnWall, wallTimeOf } from '../../../../contract/wall-time.ts';
import { useAction } from '../../api/use-action.ts';
import { UserField } from '../../crm-fields/user-field.tsx';
import { DateTimeField } from '../../form/date-field.tsx';
import { FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { TextArea, TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useSession } from '../../session/session.ts';
import { Modal } from '../../ui/modal.tsx';
import { useHere } from './campaign-context.ts';
import { planTexts } from './plan-texts/texts.ts';

/** Answers that know of activities. */
export const staleActivities = [listActivities, campaignPlan, campaignCalendar, campaignHistory, today];

const onWallClock = planActivity.input.omit({ id: true, dueAt: true }).extend({ dueAt: z.string().min(1) });

interface ActivityFormProps {
  /** Null: a new one. */
  activity: PlannedActivity | null;
  onClose: () => void;
}

export function ActivityForm({ activity, onClose }: ActivityFormProps) {
  const t = useTexts(planTexts);
  const common = useTexts(shared);
  const { timeZone } = useFormat();
  const { user } = useSession();
  const { campaign } = useHere();
  const options = { invalidate: staleActivities, toast: false };
  const add = useAction(planActivity, options);
  const update = useAction(updateActivity, options);
  const form = useForm({
    schema: onWallClock,
    start: {
      title: activity?.title ?? '',
      note: activity?.note ?? '',
      responsibleId: activity?.responsible.id ?? user?.id ?? null,
      dueAt: activity ? wallTimeOf(String(activity.dueAt), timeZone) : '',
    },
    send: async ({ dueAt, ...values }) => {
      const details = { ...values, dueAt: momentOnWall(dueAt, timeZone) };
      if (activity) await update.runAsync({ ...details, id: activity.id });
      else await add.runAsync({ ...details, id: campaign.id });
      onClose();
    },
  });
  return (
    <Modal open onClose={onClose} title={t(activity ? 'editActivity' : 'planActivity')}>
      <Form form={form}>
        <TextField name="title" label={t('what')} autoFocus />
        <FieldRow>
          <UserField name="responsibleId" label={t('responsible')} />
          <DateTimeField name="dueAt" label={t('due')} timeZone={timeZone} />
        </FieldRow>
        <TextArea name="note" label={t('note')} rows={2} />
        <FormFoot action={common('save')} onCancel={onClose} />
      </Form>
    </Modal>
  );
}
