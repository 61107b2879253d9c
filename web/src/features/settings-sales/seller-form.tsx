import { getCampaign } from '../../../../contract/campaigns.ts';
import { getSeller, type Seller, saveSeller } from '../../../../contract/seller.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useSession } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Section } from '../../ui/card.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { texts } from './texts/texts.ts';

/** The company as its invoices name it. */
export function SellerSection() {
  const t = useTexts(texts);
  const { data, problem } = useEndpoint(getSeller, {});
  return (
    <Section title={t('sellerTitle')} text={t('sellerText')}>
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      {data ? <SellerForm seller={data.seller} /> : <Skeleton lines={6} />}
    </Section>
  );
}

function SellerForm({ seller }: { seller: Seller | null }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const { installation } = useSession();
  const save = useAction(saveSeller, { invalidate: [getSeller, getCampaign], toast: false, done: common('saved') });
  const form = useForm({
    schema: saveSeller.input,
    start: {
      name: seller?.name ?? installation?.name ?? '',
      street: seller?.street ?? '',
      postalCode: seller?.postalCode ?? '',
      city: seller?.city ?? '',
      vatId: seller?.vatId ?? '',
      registration: seller?.registration ?? '',
      iban: seller?.iban ?? '',
      bic: seller?.bic ?? '',
      email: seller?.email ?? '',
      phone: seller?.phone ?? '',
    },
    send: save.runAsync,
  });
  return (
    <Form form={form}>
      <TextField name="name" label={t('sellerName')} hint={t('sellerNameHint')} required />
      <TextField name="street" label={t('street')} required />
      <FieldRow>
        <TextField name="postalCode" label={t('postalCode')} required />
        <TextField name="city" label={t('city')} required />
      </FieldRow>
      <FieldRow>
        <TextField name="vatId" label={t('vatId')} required />
        <TextField name="registration" label={t('registration')} hint={t('optional')} />
      </FieldRow>
      <FieldRow>
        <TextField name="iban" label={t('iban')} hint={t('optional')} />
        <TextField name="bic" label={t('bic')} hint={t('optional')} />
      </FieldRow>
      <FieldRow>
        <TextField name="email" label={t('email')} kind="email" hint={t('optional')} />
        <TextField name="phone" label={t('phone')} hint={t('optional')} />
      </FieldRow>
      <FormFoot action={common('save')} />
    </Form>
  );
}
