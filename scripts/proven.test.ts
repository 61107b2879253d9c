import { expect, test } from 'vitest';
import { REQUIREMENTS } from '../tests/requirements/requirements.ts';
import { idsIn, provenIn } from './proven.ts';

test('there are 147 rows', () => {
  const counts = ['Q', 'E', 'O', 'A'].map(
    (letter) => Object.keys(REQUIREMENTS).filter((id) => id[0] === letter).length,
  );
  expect(counts).toEqual([36, 34, 54, 23]);
});

test.each([
  ['Q29: fetches the failed', ['Q29']],
  ['a distribution Q23, Q25, E33: reaches everyone', ['Q23', 'Q25', 'E33']],
  ['Q20–Q22: combines rules', ['Q20', 'Q21', 'Q22']],
  ['answers with status 200 and header X-A01B', []],
  ['no id at all', []],
])('%s', (name, ids) => {
  expect(idsIn(name)).toEqual(ids);
});

test('a passed test proves its rows in the way of its folder; a failed one takes the proof away', () => {
  const tests = [
    { file: 'tests/browser/newsletter.test.ts', name: 'Q04: the menu leads there', status: 'passed' },
    { file: 'tests/journeys/newsletter.test.ts', name: 'Q04, Q05: a plus opens it', status: 'passed' },
    { file: 'server/modules/crm/contacts.test.ts', name: 'Q06: has a description', status: 'passed' },
    { file: 'server/modules/crm/field.test.ts', name: 'Q09: is counted', status: 'passed' },
    { file: 'server/modules/crm/contacts.test.ts', name: 'Q07: has a type', status: 'passed' },
    { file: 'tests/journeys/types.test.ts', name: 'Q07: has another type', status: 'failed' },
    { file: 'tests/journeys/types.test.ts', name: 'Q08: has a channel', status: 'skipped' },
  ] as const;
  const proven = provenIn([...tests], ['Q04', 'Q05', 'Q06', 'Q07', 'Q08', 'Q09'], (file) => file.includes('contacts'));
  expect(proven.map(({ id, ways }) => [id, [...ways].sort()])).toEqual([
    ['Q04', ['in a journey', 'over the API', 'through the interface']],
    ['Q05', ['in a journey', 'over the API']],
    ['Q06', ['over the API']],
    ['Q09', []],
  ]);
});
