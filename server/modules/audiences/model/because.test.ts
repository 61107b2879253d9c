import { describe, expect, test } from 'vitest';
import { NO_AUDIENCE } from '../../../../contract/audience.ts';
import type { Rule } from '../../../../contract/rule.ts';
import { becauseOf, type ChangedLine } from './because.ts';
import { type AudienceConditions, conditionsOf } from './conditions.ts';

const is = (field: string): Rule => ({ kind: 'field', field, operator: 'is_filled', value: null });
const asking = (match: 'all' | 'any', ...fields: string[]): AudienceConditions =>
  conditionsOf(
    { ...NO_AUDIENCE, rule: { partyKind: 'contact', tree: { kind: 'group', match, rules: fields.map(is) } } },
    new Map(),
  );
const plain: ChangedLine = {
  side: 'left',
  partyKind: 'contact',
  there: true,
  made: false,
  beforeReason: null,
  beforeOrigin: null,
  nowReason: null,
  nowOrigin: null,
};
const left: Partial<ChangedLine> = { side: 'left', beforeOrigin: 'rule' };
const joined: Partial<ChangedLine> = { side: 'joined', nowOrigin: 'rule' };
const same = asking('all', 'a', 'b');

describe('what made somebody join or leave', () => {
  test.each<[string, Partial<ChangedLine>, AudienceConditions, AudienceConditions, string, string]>([
    ['deleted', { ...left, there: false }, same, same, '', 'gone'],
    [
      'left out by a gate',
      { ...left, nowReason: 'no_consent', nowOrigin: 'rule' },
      same,
      same,
      'a b',
      'gate no_consent',
    ],
    ['no longer left out', { ...joined, beforeReason: 'no_address' }, same, same, 'a b', 'gate no_address'],
    ['added by hand', { ...joined, nowOrigin: 'hand' }, same, same, '', 'hand'],
    ['a list taken back', { ...left, beforeOrigin: 'import' }, same, same, '', 'hand'],
    ['no longer copied', { ...left, beforeOrigin: 'copy' }, same, same, '', 'copy'],
    ['a new record', { ...joined, made: true }, same, same, 'a b', 'made a b'],
    ['one condition fails', left, same, same, 'a', 'rule b'],
    ['all conditions hold now', joined, same, same, 'a b', 'rule a b'],
    ['a condition was put in', left, same, asking('all', 'a', 'b', 'c'), 'a b', 'edited c'],
    ['another way in was put in', joined, asking('any', 'a'), asking('any', 'a', 'c'), 'c', 'edited c'],
    ['a condition was taken out', joined, same, asking('all', 'a'), 'a', 'edited b'],
    ['a way in was taken out', left, asking('any', 'a', 'b'), asking('any', 'a'), 'b', 'edited b'],
    ['the rules would have it as it was', left, same, same, 'a b', 'terms'],
    ['a firm through its people', { ...left, partyKind: 'company' }, same, same, '', 'people'],
    ['no rules are left', left, same, conditionsOf(NO_AUDIENCE, new Map()), 'a b', 'edited a b'],
  ])('%s', (_, line, before, now, holding, expected) => {
    const outcome = ({ rule }: { rule: Rule }) => rule.kind === 'field' && holding.split(' ').includes(rule.field);
    const { cause, reason, leaves } = becauseOf({ ...plain, ...line }, { before, now, outcome });
    const fields = leaves.map(({ rule }) => (rule.kind === 'field' ? rule.field : ''));
    expect([cause, reason, ...fields].filter(Boolean).join(' ')).toBe(expected);
  });
});
