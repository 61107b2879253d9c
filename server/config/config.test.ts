import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { loadConfig } from './config.ts';
import { readEnvironment } from './env.ts';

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
});
afterEach(() => remove());

const load = (variables: Record<string, string> = {}) =>
  loadConfig(readEnvironment({ FANFARE_DATA: folder, ...variables }));

describe('settings', () => {
  test('everything has a default; an empty variable counts as absent', async () => {
    const config = await load({ PORT: '', BASE_URL: '', DATABASE_URL: '' });
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 8025,
      baseUrl: 'http://127.0.0.1:8025',
      logLevel: 'info',
      dataFolder: folder,
    });
    expect(config.database.url).toBeUndefined();
  });

  test.each([
    [{ PORT: 'many' }, 'PORT is not a number. Choose a free port'],
    [{ PORT: '70000' }, 'PORT is above 65535.'],
    [{ DATABASE_URL: 'mysql://db' }, 'DATABASE_URL is not a PostgreSQL address. Write postgresql://'],
    [{ BASE_URL: 'fanfare.example.org' }, 'BASE_URL is not an http or https address.'],
    [{ BASE_URL: 'https://fanfare.example.org/?a=1' }, 'BASE_URL carries a query'],
    [{ HOST: '0.0.0.0' }, 'BASE_URL is missing while HOST is 0.0.0.0. Write the address'],
    [{ FANFARE_SECRET: 'short' }, 'FANFARE_SECRET is shorter than 32 characters. Use at least'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is not one of fatal'],
  ])('%j is refused with a reason and a remedy', async (variables, message) => {
    await expect(async () => load(variables)).rejects.toThrow(message);
  });

  test('all problems are told at once, and no value is shown', () => {
    expect(() => readEnvironment({ PORT: '0', FANFARE_SECRET: 'hush' })).toThrow(
      /PORT is below 1.*FANFARE_SECRET is shorter/s,
    );
    expect(() => readEnvironment({ PORT: '0', FANFARE_SECRET: 'hush' })).not.toThrow(/hush/);
  });

  test.each([
    [{ BASE_URL: 'https://fanfare.example.org/' }, 'https://fanfare.example.org'],
    [{ BASE_URL: 'https://example.org/fanfare//' }, 'https://example.org/fanfare'],
    [{ HOST: '::1', PORT: '9000' }, 'http://[::1]:9000'],
    [{ HOST: '0.0.0.0', BASE_URL: 'http://10.0.0.7:8025' }, 'http://10.0.0.7:8025'],
  ])('%j makes links that begin with %s', async (variables, baseUrl) => {
    expect((await load(variables)).baseUrl).toBe(baseUrl);
  });
});

describe('the installation secret', () => {
  test('is generated once, private to its owner, even when two processes start together', async () => {
    const [one, two] = await Promise.all([load(), load()]);
    expect(one.secret).toHaveLength(32);
    expect(two.secret).toEqual(one.secret);
    expect((await load()).secret).toEqual(one.secret);
    expect((await stat(join(folder, 'secret.key'))).mode & 0o777).toBe(0o600);
  });

  test('is taken from FANFARE_SECRET without touching the data folder', async () => {
    const given = 'x'.repeat(32);
    expect(Buffer.from((await load({ FANFARE_SECRET: given })).secret).toString()).toBe(given);
    await expect(readFile(join(folder, 'secret.key'))).rejects.toThrow('ENOENT');
  });

  test('is never replaced silently when its file is damaged', async () => {
    await writeFile(join(folder, 'secret.key'), 'torn');
    await expect(load()).rejects.toThrow('does not hold 32 bytes. Restore it from a backup');
  });
});
