import type { SendingAccountId } from '../../contract/ids.ts';
import type { HttpGateway } from '../../contract/sms-accounts.ts';
import {
  insertSmsAccount,
  type StoredSmsAccount,
  type WrittenSmsAccount,
} from '../../server/modules/channels/sms/sms-account.store.ts';
import type { SecretBox } from '../../server/platform/crypto/secret-box.ts';
import type { Db } from '../../server/platform/database/open-database.ts';
import { uuidIds } from '../../server/platform/ids.ts';

interface Wish {
  port?: number;
  password?: string;
  http?: HttpGateway | null;
  over?: Partial<WrittenSmsAccount>;
}

/** An account for SMS at a gateway on this machine. */
export const givenSmsAccount = (
  db: Db,
  secretBox: SecretBox,
  { port = 2775, password = 'hush', http = null, over = {} }: Wish,
): Promise<StoredSmsAccount> => {
  const id = uuidIds.next() as SendingAccountId;
  const account: WrittenSmsAccount = {
    id,
    name: `SMS ${id}`,
    host: '127.0.0.1',
    port,
    security: 'none',
    checkCertificate: true,
    username: 'fjord',
    passwordSealed: secretBox.seal(password),
    maxConnections: 1,
    perMinute: null,
    perDay: null,
    protocol: http === null ? 'smpp' : 'http',
    sender: 'Nordlys',
    version: '3.4',
    systemType: '',
    submitWindow: 10,
    longMessages: 'udh',
    http,
    hookSecret: `hook-${id}`,
    hookKeySealed: null,
    ...over,
  };
  return db.transaction().execute((tx) => insertSmsAccount(tx, account));
};
