import { RETURN_REASONS, recordReturnedLetter } from '../../../../contract/letters.ts';
import { listCampaignLines } from '../../../../contract/reporting.ts';
import { listLines } from '../../../../contract/runs.ts';
import { useAction } from '../../api/use-action.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useMay } from '../../session/session.ts';
import { Card } from '../../ui/card.tsx';
import { Text } from '../../ui/text.tsx';
import { notify } from '../../ui/toast.tsx';
import { letterTexts } from './letter-texts/texts.ts';

/** A scanner types the code and presses Enter: the next one can follow at once. */
export function ReturnedLetter({ onRecorded }: { onRecorded: () => void }) {
  const t = useTexts(letterTexts);
  const may = useMay('crm.edit');
  const record = useAction(recordReturnedLetter, { invalidate: [listLines, listCampaignLines], toast: false });
  const form = useForm({
    schema: recordReturnedLetter.input,
    start: { code: '', reason: 'unknown' },
    send: async (values) => {
      const { fresh, recipient, campaignName } = await record.runAsync(values);
      notify.success(
        fresh ? t('recorded', { name: recipient, campaign: campaignName }) : t('known', { name: recipient }),
      );
      setTimeout(() => form.reset({ code: '', reason: values.reason ?? 'unknown' }));
      onRecorded();
    },
  });
  if (!may) return null;
  return (
    <Card title={t('cameBack')}>
      <Text tone="quiet">{t('cameBackText')}</Text>
      <Form form={form}>
        <FieldRow>
          <TextField name="code" label={t('code')} />
          <SelectField
            name="reason"
            label={t('reason')}
            choices={RETURN_REASONS.map((value) => ({ value, label: t(`reason_${value}`) }))}
          />
        </FieldRow>
        <FormFoot action={t('record')} />
      </Form>
    </Card>
  );
}
