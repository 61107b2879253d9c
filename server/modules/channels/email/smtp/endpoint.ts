import type { AccountSecurity } from '../../../../../contract/accounts.ts';

/** All that a connection needs to know of a sending account; the password in the clear, in memory only. */
export interface SmtpEndpoint {
  host: string;
  port: number;
  security: AccountSecurity;
  checkCertificate: boolean;
  credentials: { username: string; password: string } | null;
}

/** How long to wait, in milliseconds (RFC 5321, 4.5.3.2). */
export interface Patience {
  connect: number;
  command: number;
  /** After the final dot. */
  dot: number;
}

export const PATIENCE: Patience = { connect: 30_000, command: 300_000, dot: 600_000 };
