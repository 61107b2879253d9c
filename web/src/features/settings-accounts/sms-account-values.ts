import type { SentTo } from '../../../../contract/endpoint.ts';
import type { createSmsAccount, HttpGateway } from '../../../../contract/sms-accounts.ts';

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
