import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from '../../scripts/programs.ts';
import { freePort } from './free-port.ts';
import { type Peer, startPeer } from './peers.ts';

const run = promisify(execFile);

/** Who owns the mailboxes; no such user needs to exist. */
export const MAILBOX_OWNER = 5000;

export interface PostfixWish {
  folder: string;
  domain: string;
  /** Local parts; everybody else is unknown. */
  mailboxes: string[];
}

/** A real Postfix with a queue and settings of its own, that delivers to Maildirs in `folder/mail` and sends nothing out of this machine. */
export async function startPostfix({ folder, domain, mailboxes }: PostfixWish): Promise<Peer & { port: number }> {
  const port = await freePort();
  const settings = join(folder, 'postfix');
  const mail = join(folder, 'mail');
  for (const path of [settings, join(settings, 'queue'), join(settings, 'data'), mail]) await mkdir(path);
  await chown(mail, MAILBOX_OWNER, MAILBOX_OWNER);
  await ownedByPostfix(join(settings, 'data'));
  await writeFile(join(settings, 'mailboxes'), mailboxes.map((name) => `${name}@${domain} ${name}/\n`).join(''));
  await writeFile(join(settings, 'main.cf'), mainCf(settings, mail, domain));
  await writeFile(join(settings, 'master.cf'), masterCf(port));
  await run(findProgram('postfix')!, ['-c', settings, 'check']);
  const daemons = (await run(findProgram('postconf')!, ['-c', settings, '-h', 'daemon_directory'])).stdout.trim();
  const peer = await startPeer(join(daemons, 'master'), ['-c', settings, '-d'], { port, folder: settings });
  return { ...peer, port };
}

async function ownedByPostfix(path: string): Promise<void> {
  await run('chown', ['postfix', path]);
  await chmod(path, 0o700);
}

const mainCf = (settings: string, mail: string, domain: string) => `
compatibility_level = 3.6
queue_directory = ${settings}/queue
data_directory = ${settings}/data
maillog_file = ${settings}/postfix.log
maillog_file_prefixes = ${settings}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.${domain}
mydestination =
local_recipient_maps =
alias_maps =
alias_database =
mynetworks = 127.0.0.1/32
smtpd_peername_lookup = no
smtpd_relay_restrictions = reject_unauth_destination
default_transport = error:nothing leaves this machine
virtual_mailbox_domains = ${domain}
virtual_mailbox_base = ${mail}
virtual_mailbox_maps = texthash:${settings}/mailboxes
virtual_uid_maps = static:${MAILBOX_OWNER}
virtual_gid_maps = static:${MAILBOX_OWNER}
`;

const masterCf = (port: number) => `
127.0.0.1:${port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
anvil unix - - n - 1 anvil
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
postlog unix-dgram n - n - 1 postlogd
`;
