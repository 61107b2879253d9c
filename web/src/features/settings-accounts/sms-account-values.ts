import type { SentTo } from '../../../../contract/endpoint.ts';
import { createSmsAccount, type HttpGateway } from '../../../../contract/sms-accounts.ts';

type Sent = Required<SentTo<typeof createSmsAccount>>;
export type SmsAccountValues = Omit<Sent, 'password' | 'hookKey' | 'http'> & {
  password: string;
  hookKey: string;
  http: HttpGateway | null;
};

export const NEW_HTTP: HttpGateway = {
  method: 'POST',
  url: 'https://',
  headers: [{ name: 'Authorization', value: 'Bearer {password}' }],
  body: 'json',
  fields: [],
  template:
    '{\n  "to": "{to}",\n  "from": "{from}",\n  "text": "{text}",\n  "reference": "{reference}",\n  "callback": "{report_url}"\n}',
  success: { path: '', values: [] },
  idPath: 'id',
  repeatable: false,
  report: {
    idPath: 'id',
    statePath: 'status',
    numberPath: 'to',
    delivered: ['delivered', 'DELIVRD'],
    failed: ['failed', 'undelivered', 'rejected', 'expired'],
  },
  incoming: { idPath: 'id', numberPath: 'from', textPath: 'text' },
  signature: null,
};

export const NEW_SMS_ACCOUNT: SmsAccountValues = {
  name: '',
  protocol: 'smpp',
  sender: '',
  username: '',
  password: '',
  perMinute: null,
  perDay: null,
  host: '',
  port: 2775,
  security: 'tls',
  checkCertificate: true,
  version: '3.4',
  systemType: '',
  connections: 1,
  window: 10,
  longMessages: 'udh',
  http: null,
  hookKey: '',
};

const SMPP_FIELDS = ['host', 'port', 'version', 'systemType', 'connections', 'window'] as const;

/** An SMPP field that fits, or as it stands at first. */
const fitting = (values: SmsAccountValues, name: (typeof SMPP_FIELDS)[number]) => {
  const fits = createSmsAccount.input.shape[name].safeParse(values[name]).success;
  return [name, (fits ? values : NEW_SMS_ACCOUNT)[name]];
};

/** What of an account is sent: nothing of the other protocol that is wrong, and no row that its kind of body doesn't show. */
export function relevantOf(values: SmsAccountValues): SmsAccountValues {
  const { http } = values;
  if (values.protocol === 'smpp' || http === null) return { ...values, http: null };
  const asJson = http.method !== 'GET' && http.body === 'json';
  const fields = asJson ? http.fields.filter(({ name }) => name.trim() !== '') : http.fields;
  return {
    ...values,
    ...Object.fromEntries(SMPP_FIELDS.map((name) => fitting(values, name))),
    http: { ...http, fields },
  };
}
