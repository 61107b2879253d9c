import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { writeFileAtomically } from './files.ts';

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
});
afterEach(() => remove());

test('replaces a file whole, makes its folder, and leaves nothing beside it', async () => {
  const file = join(folder, 'deep/er/letter.txt');
  await writeFileAtomically(file, 'old');
  await writeFileAtomically(file, 'new', 0o600);
  expect(await readFile(file, 'utf8')).toBe('new');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(join(folder, 'deep/er'))).toEqual(['letter.txt']);
});

test('keeps the old file when it cannot write', async () => {
  const file = join(folder, 'letter.txt');
  await writeFile(file, 'old');
  await expect(writeFileAtomically(file, { not: 'content' } as unknown as string)).rejects.toThrow();
  expect(await readFile(file, 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['letter.txt']);
});
