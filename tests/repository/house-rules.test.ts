import { expect, test } from 'vitest';
import { sources } from './sources.ts';

const all = sources(['.'], /(^|\/)(run|LICENSE|[^/]*\.(ts|tsx|mjs|cjs|js|json|md|sql|css|html|yml|yaml|sh|csv|svg))$/);

/** What must stand nowhere in the repository, as a pattern that does not match itself. */
const FORBIDDEN: [string, RegExp][] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----\s*[A-Za-z0-9+/]{20}/],
  [
    'an access token',
    /\b(ghp_[A-Za-z0-9]{30,}|AKIA[0-9A-Z]{16}|xox[bp]-[0-9A-Za-z-]{20,}|sk-[A-Za-z0-9]{32,}|npm_[A-Za-z0-9]{36})\b/,
  ],
  ['a path of one machine', /(?<![\w.])\/(home|Users|root|work)\/[A-Za-z][\w.-]*\//],
  ['the address of a package mirror', /"resolved": "https?:\/\/(?!registry\.npmjs\.org\/)/],
];

test('the repository is read', () => {
  expect(all.length).toBeGreaterThan(300);
});

test.each(FORBIDDEN)('nowhere stands %s', (_, pattern) => {
  const found = all
    .filter(({ text }) => pattern.test(text))
    .map(({ path, text }) => `${path}: ${pattern.exec(text)?.[0]}`);
  expect(found).toEqual([]);
});

test('only server/config/env.ts reads the environment of the product', () => {
  const product = sources(['server', 'contract'], /(?<!\.test)\.ts$/);
  const readers = product.filter(({ text }) => /process\.env\b/.test(text)).map(({ path }) => path);
  expect(readers).toEqual(['server/config/env.ts']);
});

test('the Node that comes along is the same for every processor, and one that is asked for', () => {
  const { engines, optionalDependencies } = JSON.parse(
    all.find(({ path }) => path === 'package.json')?.text ?? '{}',
  ) as { engines: { node: string }; optionalDependencies: Record<string, string> };
  const versions = Object.entries(optionalDependencies).filter(([name]) => name.startsWith('node-linux-'));
  expect(versions.length).toBeGreaterThan(1);
  expect(new Set(versions.map(([, version]) => version)).size).toBe(1);
  expect(Number.parseInt(versions[0]![1], 10)).toBeGreaterThanOrEqual(Number.parseFloat(engines.node.slice(2)));
});

test('a front door is the only index of its module', () => {
  const doors = sources(['server'], /\/index\.ts$/).map(({ path }) => path);
  expect(doors.filter((path) => !/^server\/modules\/[^/]+\/index\.ts$/.test(path))).toEqual([]);
});

test('names say what things do: no utils, helpers, common, manager, service', () => {
  const vague = /(^|[/-])(utils?|helpers?|common|misc|manager|service)([./-]|$)/i;
  const paths = sources(['contract', 'server', 'web/src', 'tests', 'scripts', 'bench', 'db'], /\.(ts|tsx|mjs)$/).map(
    (file) => file.path,
  );
  expect(paths.filter((path) => vague.test(path))).toEqual([]);
});

test('no test sleeps, is switched off, or runs alone', () => {
  const tests = sources(['contract', 'server', 'web', 'tests', 'db'], /\.test\.tsx?$/);
  const wrong = /\b(test|it|describe)\.(only|skip|todo)\(|setTimeout\(\s*(resolve|done|r)\b|waitForTimeout\(/;
  const self = 'tests/repository/house-rules.test.ts';
  expect(tests.filter(({ path, text }) => path !== self && wrong.test(text)).map(({ path }) => path)).toEqual([]);
});
