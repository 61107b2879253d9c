import { expect, test } from 'vitest';
import { createLogger } from './logger.ts';

test('never writes a secret', () => {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => void lines.push(line) });
  logger.info(
    {
      password: 'hunter2',
      account: { apiKey: 'hunter2', host: 'mx' },
      request: { headers: { authorization: 'hunter2' } },
    },
    'Hello',
  );
  expect(lines.join()).not.toContain('hunter2');
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'info', app: 'fanfare', msg: 'Hello', account: { host: 'mx' } });
});
