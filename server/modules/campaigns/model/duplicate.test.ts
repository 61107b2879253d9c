import { expect, test } from 'vitest';
import { changesOfCopy, type OriginalFacts } from './duplicate.ts';

const bare: OriginalFacts = {
  code: '2026-001',
  state: 'preparing',
  ownerName: 'Kari',
  startsOn: null,
  endsOn: null,
  results: '',
  actions: [{ name: 'Letter', schedule: { kind: 'now' }, handPicks: 0, hasAudience: true }],
  costs: 0,
  revenue: 0,
  activities: 0,
  files: 0,
  sent: 0,
};
const copy = { code: '2026-002', ownerName: 'Kari', recipients: 'same' } as const;
const said = (original: Partial<OriginalFacts>, made: Partial<Parameters<typeof changesOfCopy>[1]> = {}) =>
  changesOfCopy({ ...bare, ...original }, { ...copy, ...made }).map(({ what, action, before, after }) =>
    [what, action, before, after].filter((word) => word !== null && word !== '').join(' '),
  );
const at = { kind: 'at', at: '2026-03-09T08:00:00Z', freeze: 'start' } as const;

test.each([
  ['only the code, when there is nothing else', {}, {}, []],
  ['the owner, who is whoever copies', { ownerName: 'Ola' }, {}, ['owner Ola Kari']],
  ['the state, which begins anew', { state: 'completed' }, {}, ['state completed preparing']],
  ['the days', { startsOn: '2026-03-01', endsOn: '2026-03-31' }, {}, ['startsOn 2026-03-01', 'endsOn 2026-03-31']],
  ['what came of it', { results: 'Good' }, {}, ['results Good']],
  ['the recipients, when they are others', {}, { recipients: 'other' }, ['recipients Letter']],
  [
    'what was written down and sent',
    { costs: 2, revenue: 1, activities: 3, files: 2, sent: 1204 },
    {},
    ['costs 2', 'revenue 1', 'activities 3', 'files 2', 'sent 1204'],
  ],
  [
    'the time of an action, and those picked by hand',
    { actions: [{ name: 'Letter', schedule: at, handPicks: 2, hasAudience: true }] },
    {},
    ['handPicks Letter 2', 'schedule Letter 2026-03-09T08:00:00Z'],
  ],
] as [string, Partial<OriginalFacts>, object, string[]][])('a copy differs in %s', (_, original, made, expected) => {
  expect(said(original, made)).toEqual(['code 2026-001 2026-002', ...expected]);
});
