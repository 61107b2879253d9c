import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Endpoint, pathParameters } from '../../contract/endpoint.ts';
import { isErrorCode } from '../../contract/messages/index.ts';
import { packageRoot } from '../../server/platform/package-root.ts';
import { routes } from '../../server/routes.ts';
import { sources } from './sources.ts';

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' &&
  value !== null &&
  'method' in value &&
  'path' in value &&
  'input' in value &&
  'output' in value;

const declared: { file: string; exported: string; endpoint: Endpoint }[] = [];

beforeAll(async () => {
  for (const { path: file } of sources(['contract'], /(?<!\.test)\.ts$/)) {
    for (const [exported, value] of Object.entries(await import(join(packageRoot(), file))))
      if (isEndpoint(value)) declared.push({ file, exported, endpoint: value });
  }
});

const address = (endpoint: Endpoint) => `${endpoint.method} ${endpoint.path.replace(/:\w+/g, ':')}`;
const repeated = (values: string[]) => values.filter((value, place) => values.indexOf(value) !== place);

describe('the API is what the contract declares', () => {
  test('every declared endpoint is mounted exactly once, and nothing else is', () => {
    const mounted = routes.flatMap((route) => (route.kind === 'endpoint' ? [route.endpoint.name] : []));
    expect(declared.length).toBeGreaterThan(20);
    expect(mounted.sort()).toEqual(declared.map(({ endpoint }) => endpoint.name).sort());
  });

  test('an endpoint is named as it is exported, and no two have the same name or address', () => {
    for (const { exported, endpoint } of declared) expect(endpoint.name).toBe(exported);
    expect(repeated(declared.map(({ endpoint }) => address(endpoint)))).toEqual([]);
  });

  test('every parameter in a path is part of the input', () => {
    for (const { endpoint } of declared)
      for (const name of pathParameters(endpoint.path))
        expect(Object.keys(endpoint.input.shape), endpoint.name).toContain(name);
  });

  test('no two bare routes have the same address', () => {
    const bare = routes.flatMap((route) => (route.kind === 'bare' ? [`${route.method} ${route.path}`] : []));
    expect(repeated(bare)).toEqual([]);
  });
});

describe('the codes of errors', () => {
  const messages = sources(['contract/messages'], /\/(?!index|languages)[\w-]+\.ts$/);
  const others = sources(['contract', 'server', 'web/src'], /(?<!\.test)\.tsx?$/).filter(
    (file) => !file.path.startsWith('contract/messages/'),
  );

  test('what a schema of the contract complains of has a text', () => {
    const inSchemas = sources(['contract'], /^contract\/[\w-]+(?<!\.test)\.ts$/).flatMap(({ path, text }) =>
      [...text.matchAll(/\.(?:refine|regex|check)\((?:[^()]|\([^()]*\))*,\s*'(\w+)'\s*,?\s*\)|message: '(\w+)'/g)].map(
        (match) => ({
          path,
          code: match[1] ?? match[2] ?? '',
        }),
      ),
    );
    expect(inSchemas.length).toBeGreaterThan(2);
    expect(inSchemas.filter(({ code }) => !isErrorCode(code))).toEqual([]);
  });

  test('every text belongs to an error that can occur', () => {
    const codes = messages.flatMap(({ text }) => [...text.matchAll(/^ {2}(\w+): \{/gm)].map((match) => match[1] ?? ''));
    expect(codes.length).toBeGreaterThan(20);
    const everything = others.map(({ text }) => text).join('\n');
    expect(codes.filter((code) => !new RegExp(`['"\`]${code}['"\`]`).test(everything))).toEqual([]);
  });
});
