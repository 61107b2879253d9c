import type { SentTo } from '../../../../contract/endpoint.ts';
import {
  createSmsAccount,
  LONG_MESSAGES,
  SMPP_SECURITIES,
  SMPP_VERSIONS,
  SMS_PROTOCOLS,
  type SmsProtocol,
} from '../../../../contract/sms-accounts.ts';
import { RadioField, SelectField } from '../../form/choice-fields.tsx';
import { FieldGroup, FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { NumberField } from '../../form/number-field.tsx';
import { PasswordField, TextField } from '../../form/text-field.tsx';
import { Switch } from '../../form/toggle-fields.tsx';
import { type Form as FormHandle, useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { NEW_HTTP, NEW_SMS_ACCOUNT, relevantOf, type SmsAccountValues } from './sms-account-values.ts';
import { SmsHttpFields } from './sms-http-fields.tsx';
import { smsTexts } from './sms-texts/texts.ts';
import { texts } from './texts/texts.ts';

interface SmsAccountFormProps {
  start: SmsAccountValues;
  hasPassword: boolean;
  hasHookKey: boolean;
  send: (values: SentTo<typeof createSmsAccount>) => Promise<unknown>;
}

const only = (start: SmsAccountValues): SmsAccountValues =>
  Object.fromEntries(
    Object.keys(NEW_SMS_ACCOUNT).map((name) => [name, start[name as keyof SmsAccountValues]]),
  ) as unknown as SmsAccountValues;

/** All that a gateway asks for. */
export function SmsAccountForm({ start, hasPassword, hasHookKey, send }: SmsAccountFormProps) {
  const t = useTexts(smsTexts);
  const c = useTexts(texts);
  const form = useForm({ schema: createSmsAccount.input, start: only(start), send, relevant: relevantOf });
  const { protocol } = form.values;
  const choose = (chosen: SmsProtocol | null) => {
    if (chosen === 'http' && form.values.http === null) form.set('http', NEW_HTTP);
  };
  return (
    <Form form={form} onSaved={() => form.reset({ ...form.values, password: '', hookKey: '' })}>
      <TextField name="name" label={c('name')} hint={c('nameHint')} />
      <TextField name="sender" label={t('sender')} hint={t('senderHint')} />
      <RadioField
        name="protocol"
        label={t('protocol')}
        choices={SMS_PROTOCOLS.map((value) => ({
          value,
          label: t(`protocol_${value}`),
          hint: t(`protocolHint_${value}`),
        }))}
        onChange={choose}
      />
      {protocol === 'smpp' ? <SmppFields form={form} /> : null}
      <FieldGroup title={t('signIn')}>
        <FieldRow>
          <TextField name="username" label={c('username')} hint={t('usernameHint')} autoComplete="off" />
          <PasswordField
            name="password"
            label={c('password')}
            hint={c(hasPassword ? 'passwordKept' : 'passwordSealed')}
            fresh
          />
        </FieldRow>
      </FieldGroup>
      {protocol === 'http' && form.values.http ? (
        <SmsHttpFields http={form.values.http} hasHookKey={hasHookKey} set={(http) => form.set('http', http)} />
      ) : null}
      <FieldGroup title={t('pace')}>
        <FieldRow>
          <NumberField name="perMinute" label={t('perMinute')} hint={t('noLimit')} min={1} />
          <NumberField name="perDay" label={t('perDay')} hint={t('noLimit')} min={1} />
        </FieldRow>
      </FieldGroup>
      <FormFoot action={c('save')} />
    </Form>
  );
}

function SmppFields({ form }: { form: FormHandle<SmsAccountValues> }) {
  const t = useTexts(smsTexts);
  const c = useTexts(texts);
  return (
    <FieldGroup title={c('server')}>
      <FieldRow>
        <TextField name="host" label={c('host')} example="smpp.example.com" required />
        <NumberField name="port" label={c('port')} min={1} max={65_535} grouped={false} />
      </FieldRow>
      <SelectField
        name="security"
        label={c('security')}
        choices={SMPP_SECURITIES.map((value) => ({ value, label: c(`security_${value}`) }))}
      />
      {form.values.security === 'tls' ? (
        <Switch name="checkCertificate" label={c('checkCertificate')} hint={c('checkCertificateHint')} />
      ) : null}
      <FieldRow>
        <SelectField
          name="version"
          label={t('version')}
          choices={SMPP_VERSIONS.map((value) => ({ value, label: value }))}
        />
        <TextField name="systemType" label={t('systemType')} hint={t('systemTypeHint')} />
      </FieldRow>
      <FieldRow>
        <NumberField name="connections" label={t('connections')} hint={t('connectionsHint')} min={1} max={10} />
        <NumberField name="window" label={t('window')} hint={t('windowHint')} min={1} max={200} />
      </FieldRow>
      <SelectField
        name="longMessages"
        label={t('longMessages')}
        hint={t('longMessagesHint')}
        choices={LONG_MESSAGES.map((value) => ({ value, label: t(`longMessages_${value}`) }))}
      />
    </FieldGroup>
  );
}
