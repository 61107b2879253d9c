// Before npm test: a browser and the mail servers that tests use as peers. As root on Debian what is missing is installed; elsewhere
// it is said, and the tests that need it are skipped and counted as such. Nothing is started here.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { findChrome, findFaketime, findPostgres, findProgram, HEADLESS } from './programs.ts';

interface Peer {
  what: string;
  debianPackage: string;
  find: () => string | undefined;
  remedy: string;
}

const byHand = (debianPackage: string) => `install the package ${debianPackage}`;
const PEERS: Peer[] = [
  {
    what: 'a Chromium or Chrome for the browser tests',
    debianPackage: HEADLESS,
    find: findChrome,
    remedy: 'install Chrome or Chromium, or set CHROME_PATH to one',
  },
  {
    what: 'Postfix (with smtp-sink) for the mail tests',
    debianPackage: 'postfix',
    find: () => findProgram('postfix') && findProgram('smtp-sink'),
    remedy: byHand('postfix'),
  },
  {
    what: 'Dovecot for the mail tests',
    debianPackage: 'dovecot-imapd',
    find: () => findProgram('dovecot'),
    remedy: byHand('dovecot-imapd'),
  },
  {
    what: 'opendkim-testmsg, one of three that verify signatures',
    debianPackage: 'opendkim-tools',
    find: () => findProgram('opendkim-testmsg'),
    remedy: byHand('opendkim-tools'),
  },
  {
    what: 'dkimpy, another',
    debianPackage: 'python3-dkim',
    find: () => findProgram('dkimverify'),
    remedy: byHand('python3-dkim'),
  },
  {
    what: 'Mail::DKIM, the third',
    debianPackage: 'libmail-dkim-perl',
    find: () => findFile('/usr/share/perl5/Mail/DKIM.pm'),
    remedy: byHand('libmail-dkim-perl'),
  },
  {
    what: 'openpyxl, which reads our workbooks',
    debianPackage: 'python3-openpyxl',
    find: () => findFile('/usr/lib/python3/dist-packages/openpyxl/__init__.py'),
    remedy: byHand('python3-openpyxl'),
  },
  {
    what: 'pdftotext and pdftoppm, which read our PDFs',
    debianPackage: 'poppler-utils',
    find: () => findProgram('pdftotext') && findProgram('pdftoppm'),
    remedy: byHand('poppler-utils'),
  },
  {
    what: 'a PostgreSQL server of another version than the embedded one',
    debianPackage: 'postgresql',
    find: findPostgres,
    remedy: byHand('postgresql'),
  },
  {
    what: 'faketime for the fault runs, which puts a worker’s clock wrong',
    debianPackage: 'faketime',
    find: findFaketime,
    remedy: byHand('faketime'),
  },
  {
    what: 'PgBouncer for the fault runs',
    debianPackage: 'pgbouncer',
    find: () => findProgram('pgbouncer'),
    remedy: byHand('pgbouncer'),
  },
  {
    what: 'SpamAssassin for the mail tests',
    debianPackage: 'spamassassin',
    find: () => findProgram('spamassassin'),
    remedy: byHand('spamassassin'),
  },
];

const findFile = (path: string) => (existsSync(path) ? path : undefined);

const missing = () => PEERS.filter((peer) => peer.find() === undefined);

const mayInstall = process.getuid?.() === 0 && findProgram('apt-get') !== undefined;
const wanted = new Set(missing().map((peer) => peer.debianPackage));
if (findProgram(HEADLESS) === undefined && process.env['CHROME_PATH'] === undefined) wanted.add(HEADLESS);
if (wanted.size > 0 && mayInstall) install([...wanted]);
for (const peer of missing()) {
  console.warn(`Not found: ${peer.what}. Those tests are skipped; to run them, ${peer.remedy}.`);
}

function install(packages: string[]): void {
  console.log(`Installing ${packages.join(', ')} …`);
  withServicesAtRest(() => {
    apt('update', '--quiet=2');
    if (apt('install', '--quiet=2', '--yes', '--no-install-recommends', ...packages)) return;
    // One that this system does not offer must not keep the others away.
    for (const name of packages) apt('install', '--quiet=2', '--yes', '--no-install-recommends', name);
  });
}

function apt(...args: string[]): boolean {
  const { status, stdout, stderr } = spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', DEBIAN_PRIORITY: 'critical' },
    encoding: 'utf8',
    timeout: 600_000,
  });
  if (status !== 0) console.warn(`apt-get ${args.join(' ')} failed:\n${`${stdout}${stderr}`.trim().slice(-2000)}`);
  return status === 0;
}

/** Debian starts a server as it installs it, unless this file says no. */
function withServicesAtRest(act: () => void): void {
  const policy = '/usr/sbin/policy-rc.d';
  const ours = !existsSync(policy);
  if (ours) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    act();
  } finally {
    if (ours) rmSync(policy, { force: true });
  }
}
