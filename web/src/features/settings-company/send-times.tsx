import { getSendTimes, type SendTimes, updateSendTimes } from '../../../../contract/send-times.ts';
import { HOLIDAY_COUNTRIES } from '../../../../contract/send-window.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { RadioField, SelectField } from '../../form/choice-fields.tsx';
import { FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { NumberField } from '../../form/number-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { SendWindowField, USUAL_WINDOW } from '../../send-window/send-window-field.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Card, Section } from '../../ui/card.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { notify } from '../../ui/toast.tsx';
import { texts } from './texts/texts.ts';

/** When the company sends, unless an action says otherwise, and what happens when a start is missed or regretted. */
export function SendTimesSection() {
  const t = useTexts(texts);
  const { data, problem } = useEndpoint(getSendTimes, {});
  return (
    <Section title={t('sendTimes')} text={t('sendTimesText')}>
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      <Card>{data ? <SendTimesForm {...data} /> : <Skeleton lines={4} />}</Card>
    </Section>
  );
}

function SendTimesForm(start: SendTimes) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const { language } = useFormat();
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const save = useAction(updateSendTimes, { toast: false, invalidate: [getSendTimes] });
  const form = useForm({ schema: updateSendTimes.input, start, send: save.runAsync });
  const { window } = form.values;
  const saved = () => {
    form.reset(form.values);
    notify.success(common('saved'));
  };
  return (
    <Form form={form} onSaved={saved}>
      <RadioField
        label={t('sendHours')}
        value={window ? 'some' : 'any'}
        onChange={(kind) => form.set('window', kind === 'any' ? null : USUAL_WINDOW)}
        choices={[
          { value: 'any', label: t('sendAnyTime') },
          { value: 'some', label: t('sendSomeHours') },
        ]}
      />
      {window ? <SendWindowField value={window} onChange={(changed) => form.set('window', changed)} /> : null}
      <SelectField
        name="country"
        label={t('holidayCountry')}
        hint={t('holidayCountryHint')}
        clearable
        choices={HOLIDAY_COUNTRIES.map((code) => ({ value: code, label: names.of(code) ?? code })).sort((a, b) =>
          a.label.localeCompare(b.label, language),
        )}
      />
      <FieldRow>
        <NumberField
          name="undoSeconds"
          label={t('undoSeconds')}
          hint={t('undoSecondsHint')}
          unit={t('seconds')}
          min={0}
        />
        <NumberField
          name="lateMinutes"
          label={t('lateMinutes')}
          hint={t('lateMinutesHint')}
          unit={t('minutes')}
          min={1}
        />
      </FieldRow>
      <FormFoot action={common('save')} />
    </Form>
  );
}
