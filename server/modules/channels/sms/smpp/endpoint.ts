import type { AccountSecurity } from '../../../../../contract/accounts.ts';
import type { LongMessages } from '../model/submissions.ts';

/** All that a connection needs to know of an account; the password in the clear, in memory only. */
export interface SmppEndpoint {
  host: string;
  port: number;
  security: Extract<AccountSecurity, 'tls' | 'none'>;
  checkCertificate: boolean;
  systemId: string;
  password: string;
  systemType: string;
  version: '3.4' | '5.0';
  sender: string;
  /** Messages on their way at once. */
  window: number;
  longMessages: LongMessages;
}

/** How long to wait, in milliseconds. */
export interface SmppPatience {
  connect: number;
  /** For the answer to a message; after it the message may or may not have been taken. */
  answer: number;
  /** Without a word from us, between two questions whether the other side is still there. */
  quiet: number;
}

export const SMPP_PATIENCE: SmppPatience = { connect: 20_000, answer: 60_000, quiet: 30_000 };
