import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from '../../scripts/programs.ts';
import { freePort } from './free-port.ts';
import { type Peer, startPeer } from './peers.ts';
import { MAILBOX_OWNER } from './postfix.ts';

export const MAILBOX_PASSWORD = 'secret';

/** A real Dovecot that shows the Maildirs in `folder/mail` over IMAP; a mailbox is named by its local part. */
export async function startDovecot(folder: string): Promise<Peer & { port: number }> {
  const port = await freePort();
  const settings = join(folder, 'dovecot');
  await mkdir(settings);
  const { stdout: version } = await promisify(execFile)(findProgram('dovecot')!, ['--version']);
  const dialect = version.startsWith('2.3') ? olderDialect : newerDialect;
  const config = join(settings, 'dovecot.conf');
  await writeFile(config, `${dialect(join(folder, 'mail'))}${inEveryDialect(settings, port)}`);
  const peer = await startPeer('dovecot', ['-F', '-c', config], { port, folder: settings });
  return { ...peer, port };
}

const inEveryDialect = (settings: string, port: number) => `
base_dir = ${settings}/run
state_dir = ${settings}/state
log_path = ${settings}/dovecot.log
listen = 127.0.0.1
ssl = no
auth_mechanisms = plain
mail_uid = ${MAILBOX_OWNER}
mail_gid = ${MAILBOX_OWNER}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;

const olderDialect = (mail: string) => `
protocols = imap
disable_plaintext_auth = no
mail_location = maildir:${mail}/%n
passdb {
  driver = static
  args = password=${MAILBOX_PASSWORD}
}
userdb {
  driver = static
  args = home=${mail}/%n
}
`;

/** Since 2.4. */
const newerDialect = (mail: string) => `
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
protocols {
  imap = yes
}
auth_allow_cleartext = yes
mail_driver = maildir
mail_path = ${mail}/%{user|username}
mail_inbox_path = ${mail}/%{user|username}
passdb static {
  password = ${MAILBOX_PASSWORD}
}
userdb static {
  fields {
    home = ${mail}/%{user|username}
  }
}
`;
