import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts';
import { findDeadJournals } from './dead-journals.ts';
import { Journal, notYetJournaled } from './journal.ts';

let folder: string;
let remove: () => Promise<void>;

const attempts = (...nos: number[]) => nos.map((no) => notYetJournaled(`7 ${no} 1`));
const journalOnDisk = async (worker = '') => {
  const [name] = (await readdir(folder)).filter((file) => file.endsWith(`${worker}.journal`));
  return name === undefined ? undefined : readFile(join(folder, name), 'utf8');
};

beforeAll(async () => {
  ({ folder, remove } = await temporaryFolder());
});
afterAll(async () => {
  await remove();
});

/** What it holds back of answers stands by then. */
const records = async () => {
  await new Promise((resolve) => setImmediate(() => setImmediate(() => setImmediate(resolve))));
  return (await journalOnDisk())?.split('\n').map((record) => record.slice(0, 'R 7 1 1'.length));
};

test('a journal starts anew once the database knows all of it, however often it is told of one', async () => {
  const journal = await Journal.open(folder, 'one');
  const [sent, open, refused, never] = attempts(1, 2, 3, 4);
  journal.dots([sent!, open!]);
  journal.reply(sent!, { state: 'sent', reply: '250 Ok' });
  journal.reply(refused!, { state: 'failed', reason: 'no_such_mailbox', reply: '550 nobody', verdict: null });
  journal.reply(never!, { state: 'untouched', reason: 'withdrawn' });
  const all = ['D 7 1 1', 'D 7 2 1', 'R 7 1 1', 'R 7 3 1', ''];
  expect(await records()).toEqual(all);
  journal.settled([sent!, sent!, null, never!, refused!]);
  expect(await records()).toEqual(all);
  journal.settled([open!]);
  expect(await records()).toEqual(['']);
  await journal.close();
  expect(await journalOnDisk()).toBeUndefined();
});

test('a journal of which something is not known yet is left for whoever comes next', async () => {
  const journal = await Journal.open(folder, 'another');
  journal.dots(attempts(1));
  await journal.close();
  expect(await journalOnDisk()).toBe('D 7 1 1\n');
});

test('F13: asking a journal for room leaves it as it was', async () => {
  const journal = await Journal.open(folder, 'roomy');
  journal.dots(attempts(1));
  expect(journal.hasRoom()).toBe(true);
  journal.dots(attempts(2));
  await journal.close();
  expect(journal.hasRoom()).toBe(false);
  expect(await journalOnDisk('roomy')).toBe('D 7 1 1\nD 7 2 1\n');
});

const SENT = { state: 'sent', reply: '250 Ok' } as const;
const sizeOnDisk = async (worker: string) => {
  const names = (await readdir(folder)).filter((name) => name.includes(`.${worker}.`) && name.endsWith('.journal'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return { files: names.length, bytes: texts.join('').length };
};
const left = async (worker: string, nos: readonly number[]) => {
  const dead = (await findDeadJournals(folder)).find(({ workerId }) => workerId === worker);
  const found = await dead?.read(new Set(nos.map((no) => `7 ${no} 1`)));
  return Object.fromEntries([...(found?.entries ?? [])].map(([key, { outcome }]) => [key, outcome]));
};

test('F4: a journal stays small though messages are always on their way, and forgets none that stands', async () => {
  const journal = await Journal.open(folder, 'busy', 500);
  const [slow] = attempts(1);
  let before = attempts(2);
  journal.dots([slow!, ...before]);
  for (let no = 3; no < 300; no += 1) {
    const group = attempts(no);
    journal.dots(group);
    for (const one of before) journal.reply(one, SENT);
    if (no === 250) journal.reply(slow!, SENT);
    await new Promise((resolve) => setImmediate(() => setImmediate(() => setImmediate(resolve))));
    journal.settled(before);
    before = group;
  }
  const { files, bytes } = await sizeOnDisk('busy');
  expect(files).toBeLessThanOrEqual(3);
  expect(bytes).toBeLessThan(2_000);
  await journal.close();
  expect(await left('busy', [1, 299])).toEqual({ '7 1 1': SENT, '7 299 1': null });
});

test('a journal of several files is taken away when all of it is told', async () => {
  const journal = await Journal.open(folder, 'several', 20);
  const all = attempts(1, 2, 3, 4, 5, 6);
  for (const one of all) journal.dots([one]);
  expect((await sizeOnDisk('several')).files).toBe(3);
  journal.settled(all);
  await journal.close();
  expect((await sizeOnDisk('several')).files).toBe(0);
});

test('what is told after its journal was closed touches no file that took its place', async () => {
  const journal = await Journal.open(folder, 'late');
  const all = attempts(1);
  journal.dots(all);
  await journal.close(false);
  const others = await Promise.all(['a', 'b', 'c', 'd'].map((name) => open(join(folder, name), 'w+')));
  for (const other of others) await other.writeFile('mine');
  journal.settled(all);
  const texts = await Promise.all(['a', 'b', 'c', 'd'].map((name) => readFile(join(folder, name), 'utf8')));
  for (const other of others) await other.close();
  expect(texts).toEqual(['mine', 'mine', 'mine', 'mine']);
});
