import type { AccountDirection, AccountNature, AccountSecurity } from '../../../../contract/accounts.ts';
import type { PaceSettings } from '../../../../contract/pace.ts';

export interface AccountValues extends PaceSettings {
  name: string;
  direction: AccountDirection;
  host: string;
  port: number;
  security: AccountSecurity;
  checkCertificate: boolean;
  username: string | null;
  password: string;
  fromName: string;
  fromAddress: string | null;
  replyTo: string | null;
  nature: AccountNature;
  maxConnections: number;
  perMinute: number | null;
  bounceAddress: string | null;
}

export const NEW_ACCOUNT: AccountValues = {
  name: '',
  direction: 'sending',
  host: '',
  port: 587,
  security: 'starttls',
  checkCertificate: true,
  username: '',
  password: '',
  fromName: '',
  fromAddress: '',
  replyTo: '',
  nature: 'direct',
  maxConnections: 10,
  perMinute: null,
  perHour: null,
  perDay: null,
  perDomainMinute: null,
  providers: [],
  warmUp: null,
  bounceAddress: '',
};
