import { type Audience, NO_AUDIENCE, type RulePartyKind } from '../../../contract/audience.ts';
import type { RuleTree } from '../../../contract/rule.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import type { LoadedRules } from './compiling.ts';
import type { FieldRegistry } from './field-registry.ts';
import { checkAudience } from './model/check-audience.ts';
import { checkTree, namedSegments, type SegmentTerms } from './model/segment-tree.ts';
import { findSegmentTerms } from './segment.store.ts';

/**
 * What an audience's rules and segments stand for now. Throws Invalid at each leaf that names something unknown or is given a value
 * that does not fit; `at` is where the audience stands in the input.
 */
export const loadAudience = async (
  db: Db | Tx,
  registry: FieldRegistry,
  audience: Audience,
  at = 'audience',
): Promise<LoadedRules> => {
  const named = audience.rule === null ? [] : namedSegments(audience.rule.tree);
  const rules = {
    fields: await registry.load(db),
    relations: registry.relations,
    segments: await findSegmentTerms(db, [...audience.include, ...audience.exclude, ...named]),
  };
  const problems = checkAudience(audience, at, rules);
  if (problems.length > 0) throw Invalid.all(problems);
  return rules;
};

/** What the segments that an audience names ask now. */
export const presentSegments = (db: Db | Tx, { include, exclude, rule }: Audience): Promise<LoadedRules['segments']> =>
  findSegmentTerms(db, [...include, ...exclude, ...(rule === null ? [] : namedSegments(rule.tree))]);

/** The same of an audience written down earlier, with the segments as they were then; what it names may be gone since. */
export const recallAudience = async (
  db: Db | Tx,
  registry: FieldRegistry,
  audience: Audience,
  segments?: readonly SegmentTerms[],
): Promise<LoadedRules & { broken: boolean }> => {
  const { include, exclude, rule } = audience;
  const kept = segments && new Map(segments.map((segment) => [segment.id, segment]));
  const rules = {
    fields: await registry.load(db),
    relations: registry.relations,
    segments: kept ?? (await presentSegments(db, audience)),
  };
  const problems = checkAudience({ ...NO_AUDIENCE, include, exclude, rule }, 'audience', rules);
  return { ...rules, broken: problems.length > 0 };
};

export interface RuleToLoad {
  /** The segment whose rule this is to become: it may not come to contain itself. */
  id?: string;
  name?: string;
  partyKind: RulePartyKind;
  rule: RuleTree;
}

/** The same for one tree. */
export const loadTree = async (
  db: Db | Tx,
  registry: FieldRegistry,
  { id, name = '', partyKind, rule }: RuleToLoad,
  at = 'rule',
): Promise<LoadedRules> => {
  const segments = await findSegmentTerms(db, namedSegments(rule));
  if (id !== undefined && segments.has(id))
    segments.set(id, { id, name: name || segments.get(id)!.name, partyKind, rule });
  const rules = { fields: await registry.load(db), relations: registry.relations, segments };
  const problems = checkTree(rule, partyKind, at, rules);
  if (problems.length > 0) throw Invalid.all(problems);
  return rules;
};
