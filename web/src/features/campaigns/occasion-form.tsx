import { z } from 'zod';
import { campaignHistory } from '../../../../contract/campaigns.ts';
import { campaignAnswers, listAnswers, type Occasion, saveOccasion } from '../../../../contract/occasion.ts';
import { momentOnWall, wallTimeOf } from '../../../../contract/wall-time.ts';
import { useAction } from '../../api/use-action.ts';
import { DateTimeField } from '../../form/date-field.tsx';
import { FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { NumberField } from '../../form/number-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { Checkbox } from '../../form/toggle-fields.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Modal } from '../../ui/modal.tsx';
import { answerTexts } from './answer-texts/texts.ts';
import { useHere } from './campaign-context.ts';

/** Times as they are read on the wall. */
const onWallClock = saveOccasion.input
  .omit({ id: true, startsAt: true, endsAt: true, answerUntil: true })
  .extend({ startsAt: z.string().min(1), endsAt: z.string().min(1), answerUntil: z.string().nullable() });

/** What people are invited to: when, where, for how many, until when they may answer. */
export function OccasionForm({ occasion, onClose }: { occasion: Occasion | null; onClose: () => void }) {
  const t = useTexts(answerTexts);
  const common = useTexts(shared);
  const { timeZone } = useFormat();
  const { campaign } = useHere();
  const save = useAction(saveOccasion, { invalidate: [campaignAnswers, listAnswers, campaignHistory], toast: false });
  const onWall = (moment: string | null | undefined) => (moment ? wallTimeOf(moment, timeZone) : '');
  const form = useForm({
    schema: onWallClock,
    start: {
      title: occasion?.title ?? campaign.name,
      startsAt: onWall(occasion?.startsAt),
      endsAt: onWall(occasion?.endsAt),
      place: occasion?.place ?? '',
      places: occasion?.places ?? null,
      waitingList: occasion?.waitingList ?? true,
      answerUntil: onWall(occasion?.answerUntil),
    },
    send: async ({ startsAt, endsAt, answerUntil, ...values }) => {
      await save.runAsync({
        id: campaign.id,
        ...values,
        startsAt: momentOnWall(startsAt, timeZone),
        endsAt: momentOnWall(endsAt, timeZone),
        answerUntil: answerUntil ? momentOnWall(answerUntil, timeZone) : null,
      });
      onClose();
    },
  });
  return (
    <Modal open onClose={onClose} title={t('occasion')}>
      <Form form={form}>
        <TextField name="title" label={t('title')} autoFocus />
        <FieldRow>
          <DateTimeField name="startsAt" label={t('startsAt')} timeZone={timeZone} />
          <DateTimeField name="endsAt" label={t('endsAt')} timeZone={timeZone} />
        </FieldRow>
        <TextField name="place" label={t('place')} />
        <FieldRow>
          <NumberField name="places" label={t('places')} hint={t('placesHint')} min={1} />
          <DateTimeField name="answerUntil" label={t('answerUntil')} hint={t('answerUntilHint')} timeZone={timeZone} />
        </FieldRow>
        <Checkbox name="waitingList" label={t('waitingList')} />
        <FormFoot action={common('save')} onCancel={onClose} />
      </Form>
    </Modal>
  );
}
