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
  'contract/campaigns.ts': 'a flat list of endpoints',
  'contract/runs.ts': 'a flat list of endpoints',
  'server/routes.ts': 'every URL, one flat list',
  'server/modules/channels/email/email-channel.test.ts': 'one case after the other',
  'server/modules/channels/email/smtp/hand-over.test.ts': 'one case after the other',
  'server/modules/delivery/sending.test.ts': 'one case after the other',
  'tests/journeys/invoices.test.ts': 'one batch, from its form to its credit notes',
  'tests/journeys/opportunities.test.ts': 'one batch of deals, from its form to won and lost',
  'tests/journeys/sms.test.ts': 'one story after the other',
  'server/platform/database/tables.ts': 'generated',
  'web/src/routes.tsx': 'every screen, one flat list',
  'contract/rule-words.ts': 'a table of words in four languages',
};
const LONG_FUNCTIONS: Record<string, string> = {
  'server/app.ts openApp': 'the composition root, a flat list',
  'server/platform/http/server.ts createHttpServer': 'the plugins of the server, a flat list',
  'tests/browser/main-job.test.ts the function given to inBrowser': 'the whole main job, one story after the other',
  'web/src/features/campaigns/use-save-action.ts useSaveAction':
    'one queue of changes, held in refs that belong together',
};

const files = sources(['contract', 'server', 'web', 'db', 'tests', 'bench', 'scripts'], /\.(ts|tsx|mjs)$/);

function limitOf(path: string, name: string): number {
  if (path.startsWith('tests/') || /\.test\.tsx?$/.test(path)) return STORY_LIMIT;
  return path.endsWith('.tsx') && /^(use)?[A-Z]/.test(name) ? COMPONENT_LIMIT : FUNCTION_LIMIT;
}

test(`no file is longer than ${FILE_LIMIT} lines`, () => {
  const long = files.filter((file) => linesOf(file) > FILE_LIMIT).map((file) => file.path);
  expect(long.filter((path) => !(path in LONG_FILES))).toEqual([]);
});

test(`no function is longer than ${FUNCTION_LIMIT} lines, no component than ${COMPONENT_LIMIT}`, () => {
  const long = files
    .filter((file) => linesOf(file) > FUNCTION_LIMIT)
    .flatMap((file) =>
      functionsOf(file)
        .filter((it) => !it.isSuite && it.lines > limitOf(file.path, it.name))
        .map((it) => `${file.path} ${it.name}`),
    );
  expect(long.filter((name) => !(name in LONG_FUNCTIONS))).toEqual([]);
});

test('every exception is about something that exists', () => {
  const excepted = [...Object.keys(LONG_FILES), ...Object.keys(LONG_FUNCTIONS).map((name) => name.split(' ')[0])];
  expect(excepted.filter((path) => !files.some((file) => file.path === path))).toEqual([]);
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
