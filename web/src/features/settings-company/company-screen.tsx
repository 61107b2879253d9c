import { getInstallation, getSeats, updateInstallation } from '../../../../contract/access.ts';
import { TRACKING_RULES } from '../../../../contract/consent.ts';
import type { OutputOf } from '../../../../contract/endpoint.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { RadioField } from '../../form/choice-fields.tsx';
import { FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { NumberField } from '../../form/number-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { CurrencyField } from '../../locale-fields/currency-field.tsx';
import { LanguageField } from '../../locale-fields/language-field.tsx';
import { TimeZoneField } from '../../locale-fields/time-zone-field.tsx';
import { refreshSession, useMay } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { notify } from '../../ui/toast.tsx';
import { ApprovalRulesSection } from './approval-rules.tsx';
import { SendTimesSection } from './send-times.tsx';
import { texts } from './texts/texts.ts';

/** The company, its defaults, and how many seats it has. */
export function CompanyScreen() {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const { data, problem, again } = useEndpoint(getInstallation, {});
  return (
    <Page title={t('company')} text={t('text')} width="reading">
      {problem && !data ? (
        <Alert tone="bad" action={<Button onClick={again}>{common('tryAgain')}</Button>}>
          {problem.message}
        </Alert>
      ) : null}
      <Stack gap="large">
        <Card>{data ? <CompanyForm {...data} /> : <Skeleton lines={5} />}</Card>
        <SendTimesSection />
        <ApprovalRulesSection />
      </Stack>
    </Page>
  );
}

function CompanyForm(start: OutputOf<typeof getInstallation>) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const seats = useEndpoint(getSeats, {}, { when: useMay('user.manage') }).data;
  const save = useAction(updateInstallation, { toast: false, invalidate: [getInstallation, getSeats] });
  const form = useForm({ schema: updateInstallation.input, start, send: save.runAsync });
  const saved = async () => {
    form.reset(form.values);
    await refreshSession();
    notify.success(common('saved'));
  };
  const given = seats ? ` ${t('seatsGiven', { count: seats.given })}` : '';
  return (
    <Form form={form} onSaved={() => void saved()}>
      <TextField name="name" label={t('name')} hint={t('nameHint')} autoComplete="organization" />
      <FieldRow>
        <LanguageField name="language" label={t('language')} hint={t('languageHint')} />
        <TimeZoneField name="timeZone" label={t('timeZone')} hint={t('timeZoneHint')} />
      </FieldRow>
      <CurrencyField name="currency" label={t('currency')} />
      <NumberField name="seats" label={t('seats')} hint={`${t('seatsHint')}${given}`} min={0} />
      <RadioField
        name="tracking"
        label={t('tracking')}
        hint={t('trackingHint')}
        choices={TRACKING_RULES.map((rule) => ({
          value: rule,
          label: t(`tracking_${rule}`),
          hint: t(`tracking_${rule}_hint`),
        }))}
      />
      <FormFoot action={common('save')} />
    </Form>
  );
}
