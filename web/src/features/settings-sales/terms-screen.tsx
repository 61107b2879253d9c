import type { OutputOf } from '../../../../contract/endpoint.ts';
import { getSalesTerms, type NumberSeries, saveSalesTerms } from '../../../../contract/offers.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { FieldGroup, FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { NumberField } from '../../form/number-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Text } from '../../ui/text.tsx';
import { SellerSection } from './seller-form.tsx';
import { texts } from './texts/texts.ts';

type Terms = OutputOf<typeof getSalesTerms>;
const CLASSES = ['standard', 'reduced', 'low'] as const;
const HUNDREDTHS = 100;

/** What VAT sales bear, and how documents are numbered. */
export function TermsScreen() {
  const t = useTexts(texts);
  const { data, problem } = useEndpoint(getSalesTerms, {});
  return (
    <Page title={t('termsTitle')} text={t('termsText')} width="reading">
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      {data ? <TermsOf terms={data} /> : <Skeleton lines={6} />}
    </Page>
  );
}

function TermsOf({ terms }: { terms: Terms }) {
  const t = useTexts(texts);
  if (terms.country === null)
    return (
      <EmptyState
        title={t('noCountry')}
        text={t('termsText')}
        action={<Button href={paths.installation()}>{t('toCompany')}</Button>}
      />
    );
  return (
    <Stack>
      <TermsForm terms={terms} country={terms.country} />
      <SellerSection />
    </Stack>
  );
}

function TermsForm({ terms, country }: { terms: Terms; country: string }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const { language } = useFormat();
  const save = useAction(saveSalesTerms, { invalidate: [getSalesTerms], toast: false, done: common('saved') });
  const rateOf = (vatClass: string) =>
    terms.rates.find((rate) => rate.country === country && rate.vatClass === vatClass)?.rate ?? null;
  const form = useForm({
    schema: saveSalesTerms.input,
    start: {
      rates: CLASSES.flatMap((vatClass) => {
        const rate = rateOf(vatClass);
        return rate === null ? [] : [{ vatClass, rate }];
      }),
      series: terms.series.map(({ kind, prefix, digits }) => ({ kind, prefix, digits })),
    },
    send: save.runAsync,
  });
  const { rates, series } = form.values;
  const setRate = (vatClass: (typeof CLASSES)[number], percent: number | null) => {
    const others = rates.filter((rate) => rate.vatClass !== vatClass);
    form.set('rates', percent === null ? others : [...others, { vatClass, rate: Math.round(percent * HUNDREDTHS) }]);
  };
  return (
    <Form form={form}>
      <FieldGroup
        title={t('rates', { country: new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country })}
      >
        <FieldRow>
          {CLASSES.map((vatClass) => {
            const rate = rates.find((one) => one.vatClass === vatClass)?.rate;
            return (
              <NumberField
                key={vatClass}
                label={t(`rate_${vatClass}`)}
                hint={t('rateHint')}
                unit="%"
                digits={2}
                min={0}
                max={50}
                value={rate === undefined ? null : rate / HUNDREDTHS}
                onChange={(percent) => setRate(vatClass, percent)}
              />
            );
          })}
        </FieldRow>
      </FieldGroup>
      {series.map((one, at) => (
        <SeriesFields key={one.kind} at={at} series={{ ...one, next: terms.series[at]?.next ?? 1 }} />
      ))}
      <FormFoot action={common('save')} />
    </Form>
  );
}

/** How documents of one kind are numbered, and what the next would be. */
function SeriesFields({ at, series }: { at: number; series: NumberSeries }) {
  const t = useTexts(texts);
  const { kind, prefix, digits, next } = series;
  const said = `${prefix.replaceAll('{year}', String(new Date().getFullYear()))}${String(next).padStart(digits ?? 1, '0')}`;
  return (
    <FieldGroup title={t(`series_${kind}`)}>
      <FieldRow>
        <TextField name={`series.${at}.prefix`} label={t('prefix')} hint={t('prefixHint', { year: '{year}' })} />
        <NumberField name={`series.${at}.digits`} label={t('digits')} min={1} max={9} />
      </FieldRow>
      <Text tone="quiet">{t('nextSaid', { number: said })}</Text>
    </FieldGroup>
  );
}
