import {
  ACCOUNT_DIRECTIONS,
  ACCOUNT_NATURES,
  ACCOUNT_SECURITIES,
  type AccountSecurity,
  createSendingAccount,
} from '../../../../contract/accounts.ts';
import type { SentTo } from '../../../../contract/endpoint.ts';
import { RadioField, SelectField } from '../../form/choice-fields.tsx';
import { FieldGroup, FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { NumberField } from '../../form/number-field.tsx';
import { PasswordField, TextField } from '../../form/text-field.tsx';
import { Switch } from '../../form/toggle-fields.tsx';
import { type Form as FormHandle, useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { type AccountValues, NEW_ACCOUNT } from './account-values.ts';
import { PaceFields } from './pace-fields.tsx';
import { texts } from './texts/texts.ts';

interface AccountFormProps {
  start: AccountValues;
  hasPassword: boolean;
  send: (values: SentTo<typeof createSendingAccount>) => Promise<unknown>;
}

/** What the form shows of an account, as a text to compare. */
export const shownSettings = (account: Omit<AccountValues, 'password'>): string =>
  JSON.stringify(only({ ...account, password: '' }));

const only = (start: AccountValues): AccountValues =>
  Object.fromEntries(
    Object.keys(NEW_ACCOUNT).map((name) => [name, start[name as keyof AccountValues]]),
  ) as unknown as AccountValues;

/** O13: all that SMTP asks for. */
export function AccountForm({ start, hasPassword, send }: AccountFormProps) {
  const t = useTexts(texts);
  const form = useForm({ schema: createSendingAccount.input, start: only(start), send });
  const sending = form.values.direction === 'sending';
  return (
    <Form form={form} onSaved={() => form.reset({ ...form.values, password: '' })}>
      <TextField name="name" label={t('name')} hint={t('nameHint')} />
      <RadioField
        name="direction"
        label={t('type')}
        choices={ACCOUNT_DIRECTIONS.map((value) => ({
          value,
          label: t(`type_${value}`),
          hint: t(`typeHint_${value}`),
        }))}
      />
      <ServerFields form={form} hasPassword={hasPassword} />
      {sending ? <SenderFields form={form} /> : null}
      <FormFoot action={t('save')} />
    </Form>
  );
}

const USUAL_PORTS: Partial<Record<AccountSecurity, number>> = { tls: 465, starttls: 587 };

function ServerFields({ form, hasPassword }: { form: FormHandle<AccountValues>; hasPassword: boolean }) {
  const t = useTexts(texts);
  const { security, port } = form.values;
  const choose = (chosen: AccountSecurity | null) => {
    const usual = chosen && USUAL_PORTS[chosen];
    if (usual && [465, 587].includes(port)) form.set('port', usual);
  };
  return (
    <FieldGroup title={t('server')}>
      <FieldRow>
        <TextField name="host" label={t('host')} example="smtp.example.com" />
        <NumberField name="port" label={t('port')} min={1} max={65_535} grouped={false} />
      </FieldRow>
      <SelectField
        name="security"
        label={t('security')}
        hint={t(`securityHint_${security}`)}
        choices={ACCOUNT_SECURITIES.map((value) => ({ value, label: t(`security_${value}`) }))}
        onChange={choose}
      />
      {security === 'tls' || security === 'starttls' ? (
        <Switch name="checkCertificate" label={t('checkCertificate')} hint={t('checkCertificateHint')} />
      ) : null}
      <FieldRow>
        <TextField name="username" label={t('username')} hint={t('usernameHint')} autoComplete="off" />
        <PasswordField
          name="password"
          label={t('password')}
          hint={t(hasPassword ? 'passwordKept' : 'passwordSealed')}
          fresh
        />
      </FieldRow>
    </FieldGroup>
  );
}

function SenderFields({ form }: { form: FormHandle<AccountValues> }) {
  const t = useTexts(texts);
  return (
    <>
      <FieldGroup title={t('identity')}>
        <FieldRow>
          <TextField name="fromName" label={t('fromName')} hint={t('fromNameHint')} />
          <TextField name="fromAddress" label={t('fromAddress')} hint={t('fromAddressHint')} kind="email" required />
        </FieldRow>
        <FieldRow>
          <TextField name="replyTo" label={t('replyTo')} hint={t('replyToHint')} kind="email" />
          <TextField name="bounceAddress" label={t('bounceAddress')} hint={t('bounceAddressHint')} kind="email" />
        </FieldRow>
        <RadioField
          name="nature"
          label={t('nature')}
          choices={ACCOUNT_NATURES.map((value) => ({
            value,
            label: t(`nature_${value}`),
            hint: t(`natureHint_${value}`),
          }))}
        />
      </FieldGroup>
      <PaceFields form={form} />
    </>
  );
}
