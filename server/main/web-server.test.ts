import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { buildStale } from '../../scripts/build.mjs';
import { testHouse } from '../../tests/support/house.ts';

beforeAll(() => buildStale(['web']), 300_000);
const house = testHouse();

const get = (url: string, accepted = 'identity') =>
  house.server.inject({ method: 'GET', url, headers: { 'accept-encoding': accepted } });

test('the browser’s files come in what the browser reads: brotli, gzip or as they are, and stay for a year', async () => {
  const page = await get('/');
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(page.body)?.[1] ?? '';
  const plain = await get(script);
  expect(plain.statusCode).toBe(200);
  const small = await get(script, 'gzip, deflate, br');
  expect(small.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': expect.stringMatching(/31536000/) });
  expect(small.headers['content-type']).toBe(plain.headers['content-type']);
  expect(small.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3);
  expect(brotliDecompressSync(small.rawPayload).equals(plain.rawPayload)).toBe(true);
  const older = await get(script, 'gzip');
  expect(older.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(older.rawPayload).equals(plain.rawPayload)).toBe(true);
});

test('an address of the interface answers with it; one of the API or a file that is not there does not', async () => {
  const page = await get('/');
  expect(page.headers['cache-control']).toBe('no-cache');
  expect((await get('/campaigns/of/yesterday')).body).toBe(page.body);
  expect((await get('/assets/nothing.js')).statusCode).toBe(404);
  expect((await get('/api/nothing')).statusCode).toBe(404);
});
