import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { buildStale } from '../../../scripts/build.mjs';
import { chooseOperatingUser } from '../../../server/platform/database/embedded/operating-user.ts';
import { testDatabase } from '../../support/database.ts';
import { freePort } from '../../support/free-port.ts';
import { startPeer, withPeers } from '../../support/peers.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { Sending } from '../harness/sending.ts';
import { NOTHING_LOST } from '../harness/summary.ts';

/** As its manual shows it, with no setting for our sake. */
const settings = ({ host, port, user, password, database }: pg.Client, listen: number): string => `
[databases]
${database} = host=${host} port=${port} dbname=${database} user=${user}${password ? ` password=${password}` : ''}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${listen}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 6
max_client_conn = 200
`;

withPeers('behind PgBouncer in transaction mode', { programs: ['pgbouncer'] }, () => {
  const database = testDatabase();
  beforeAll(() => buildStale(['server']), 300_000);

  test('workers begin, send, are killed and replaced, with six connections to the database for all of them', {
    timeout: 300_000,
  }, async () => {
    const { folder, remove } = await temporaryFolder();
    onTestFinished(remove);
    const port = await freePort();
    const file = join(folder, 'pgbouncer.ini');
    await writeFile(file, settings(new pg.Client({ connectionString: database.url }), port), { mode: 0o644 });
    const bouncer = await startPeer('pgbouncer', [file], {
      ...{ port, folder, greets: false },
      user: chooseOperatingUser(undefined),
    });
    const { database: name } = new pg.Client({ connectionString: database.url });
    const url = `postgresql://anybody@127.0.0.1:${port}/${name}`;
    const sending = await Sending.begin(database, folder, { recipients: 600 });
    onTestFinished(() => sending.close());
    const first = await sending.startWorker('one', { url });
    await sending.startWorker('two', { url });
    expect(await sending.accepted(200)).toBe(true);
    await first.signal('SIGKILL');
    await sending.startWorker('one', { url });
    expect(await sending.finished(), bouncer.said()).toBe(true);
    expect(await sending.findings()).toMatchObject(NOTHING_LOST);
    await bouncer.stop();
  });
});
