import { expect, test } from 'vitest';
import { functionsOf, linesOf } from './sizes.ts';
import { sources } from './sources.ts';

const FILE_LIMIT = 300;
const FUNCTION_LIMIT = 40;
const COMPONENT_LIMIT = 120;
/** A test is a story told from begin to end. */
const STORY_LIMIT = 80;

/** What may be longer, and why. A line whose reason is gone must go too. */
const LONG_FILES: Record<string, string> = {
  'server/platform/database/tables.ts': 'generated',
};
const LONG_FUNCTIONS: Record<string, string> = {};

const files = sources(['contract', 'server', 'web', 'db', 'tests', 'bench', 'scripts'], /\.(ts|tsx|mjs)$/);

function limitOf(path: string, name: string): number {
  if (/\.test\.tsx?$/.test(path)) return STORY_LIMIT;
  return path.endsWith('.tsx') && /^(use)?[A-Z]/.test(name) ? COMPONENT_LIMIT : FUNCTION_LIMIT;
}

test(`no file is longer than ${FILE_LIMIT} lines`, () => {
  const long = files.filter((file) => linesOf(file) > FILE_LIMIT).map((file) => file.path);
  expect(long).toEqual(Object.keys(LONG_FILES));
});

test(`no function is longer than ${FUNCTION_LIMIT} lines, no component than ${COMPONENT_LIMIT}`, () => {
  const long = files.flatMap((file) =>
    functionsOf(file)
      .filter((it) => !it.isSuite && it.lines > limitOf(file.path, it.name))
      .map((it) => `${file.path} ${it.name}`),
  );
  expect(long).toEqual(Object.keys(LONG_FUNCTIONS));
});

test('half of the files have at most 60 lines', () => {
  const lengths = files.map(linesOf).sort((a, b) => a - b);
  expect(files.length).toBeGreaterThan(200);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(60);
});

test('a function is measured without the named functions inside it', () => {
  const text = [
    'function outer() {',
    '  const inner = () => {',
    '    one();',
    '  };',
    '  list.map(() => {',
    '    two();',
    '  });',
    '}',
  ];
  const measured = functionsOf({ path: 'a.ts', text: text.join('\n') });
  expect(measured.map(({ name, lines }) => [name, lines])).toEqual([
    ['inner', 3],
    ['the function given to list.map', 3],
    ['outer', 5],
  ]);
});
