import { describe, expect, test } from 'vitest';
import { NO_AUDIENCE } from '../../../../contract/audience.ts';
import type { SegmentId } from '../../../../contract/ids.ts';
import type { Rule, RuleTree } from '../../../../contract/rule.ts';
import { type AudienceConditions, conditionsOf, leavesOf } from './conditions.ts';
import { deduceFromAbsence, deduceFromLine } from './deduce.ts';
import { holds, responsible } from './responsible.ts';
import type { SegmentTerms } from './segment-tree.ts';

const is = (field: string): Rule => ({ kind: 'field', field, operator: 'is_filled', value: null });
const group =
  (match: RuleTree['match']) =>
  (...rules: Rule[]): RuleTree => ({ kind: 'group', match, rules });
const [all, any, none] = [group('all'), group('any'), group('none')];
const not = (segmentId: string): Rule => ({ kind: 'segment', segmentId: segmentId as SegmentId, negate: true });

const segments = new Map<string, SegmentTerms>([
  ['s', { id: 's', name: 'S', partyKind: 'contact', rule: all(is('x'), is('y')) }],
  ['f', { id: 'f', name: 'F', partyKind: 'company', rule: all(is('z')) }],
]);
const audienceOf = (
  tree: RuleTree | null,
  more: { include?: string[]; exclude?: string[]; kind?: 'contact' | 'asset' } = {},
): AudienceConditions =>
  conditionsOf(
    {
      ...NO_AUDIENCE,
      include: (more.include ?? []) as SegmentId[],
      exclude: (more.exclude ?? []) as SegmentId[],
      rule: tree && { partyKind: more.kind ?? 'contact', tree },
    },
    segments,
  );
const nameOf = (rule: Rule) => (rule.kind === 'field' ? rule.field : rule.kind === 'segment' ? rule.segmentId : '');
const told = (deduced: ReturnType<typeof deduceFromLine>) =>
  [...deduced].map(([{ rule }, held]) => `${nameOf(rule)} ${held ? 'held' : 'did not'}`).join(', ');

describe('what follows from a line that the rules made', () => {
  test.each<[string, AudienceConditions, string]>([
    ['all of them held', audienceOf(all(is('a'), is('b'))), 'a held, b held'],
    ['one of several: which, nobody knows', audienceOf(any(is('a'), is('b'))), ''],
    ['one of one', audienceOf(any(is('a'))), 'a held'],
    ['none of them held', audienceOf(none(is('a'), is('b'))), 'a did not, b did not'],
    ['not none of one', audienceOf(all(none(none(is('a'))))), 'a held'],
    ['not all of several', audienceOf(none(all(is('a'), is('b')))), ''],
    ['groups in a group', audienceOf(all(is('a'), any(is('b'), is('c')), none(is('d')))), 'a held, d did not'],
    ['a segment and what it asks', audienceOf(null, { include: ['s'] }), 's held, x held, y held'],
    ['a segment denied', audienceOf(all(not('f'))), 'f held, z did not'],
    ['a segment or a rule', audienceOf(all(is('a')), { include: ['s'] }), ''],
    ['not in what is excluded', audienceOf(all(is('a')), { exclude: ['f'] }), 'a held, f did not, z did not'],
    ['an asset that met it', audienceOf(all(is('a')), { kind: 'asset' }), 'a held'],
    ['an asset that did not: others may', audienceOf(none(is('a')), { kind: 'asset' }), ''],
  ])('%s', (_, conditions, expected) => {
    expect(told(deduceFromLine(conditions))).toBe(expected);
  });
});

describe('what follows from having no line', () => {
  test.each<[string, AudienceConditions, string]>([
    ['the only condition did not hold', audienceOf(all(is('a'))), 'a did not'],
    ['not all of several: which, nobody knows', audienceOf(all(is('a'), is('b'))), ''],
    ['not one of several', audienceOf(any(is('a'), is('b'))), 'a did not, b did not'],
    ['nothing, when something is excluded', audienceOf(any(is('a')), { exclude: ['s'] }), ''],
    ['nothing of firms, for a person', audienceOf(any(is('a')), { include: ['f'] }), 'a did not'],
  ])('%s', (_, conditions, expected) => {
    expect(told(deduceFromAbsence(conditions, 'contact'))).toBe(expected);
  });
});

describe('which conditions make a rule hold or fail', () => {
  test.each<[string, RuleTree, string, string]>([
    ['all hold: all of them', all(is('a'), is('b')), 'a b', 'a b'],
    ['some of all fail: those', all(is('a'), is('b')), 'a', 'b'],
    ['any holds: that one', any(is('a'), is('b')), 'b', 'b'],
    ['none of any holds: all of them', any(is('a'), is('b')), '', 'a b'],
    ['none holds where none should: all of them', none(is('a'), is('b')), '', 'a b'],
    ['one holds where none should: that one', none(is('a'), is('b')), 'a', 'a'],
    ['deeper', all(is('a'), any(is('b'), all(is('c'), is('d')))), 'a c', 'b d'],
    ['inside a denied segment', all(is('a'), not('f')), 'a z', 'z'],
  ])('%s', (_, tree, holding, expected) => {
    const condition = audienceOf(tree).include[0]!;
    const outcome = (leaf: { rule: Rule }) => {
      const name = nameOf(leaf.rule);
      return name === 'f' ? !holding.includes('z') : holding.split(' ').includes(name);
    };
    expect(
      responsible(condition, outcome)
        .map(({ rule }) => nameOf(rule))
        .join(' '),
    ).toBe(expected);
  });

  test('leaves stand in the order in which they are read, each with its path', () => {
    const conditions = audienceOf(all(is('a'), any(is('b'))), { include: ['s'], exclude: ['f'] });
    expect(leavesOf(conditions).map(({ path }) => path)).toEqual([
      'include.0',
      'include.0.rules.0',
      'include.0.rules.1',
      'rule.tree.rules.0',
      'rule.tree.rules.1.rules.0',
      'exclude.0',
      'exclude.0.rules.0',
    ]);
    expect(holds(conditions.include[1]!, () => true)).toBe(true);
  });
});
