import type { RelationFragment, RuleFieldFragment } from './field-registry.ts';
import type { SegmentTerms } from './model/segment-tree.ts';

/** What the names in a rule stand for. */
export interface LoadedRules {
  fields: ReadonlyMap<string, RuleFieldFragment>;
  relations: ReadonlyMap<string, RelationFragment>;
  segments: ReadonlyMap<string, SegmentTerms>;
}

export interface Compiling extends LoadedRules {
  /** The present day in the installation's time zone, for relative dates. */
  today: string;
  /** Asked of a single record: related records are then looked up by its key instead of gathered for everybody. */
  single?: boolean;
}

/** The alias of the table that each entity's fields are read from, at one level of a rule. */
export interface Scope {
  alias: Readonly<Record<string, string>>;
  /** How many relations deep. */
  depth: number;
}

/**
 * The tables a rule is asked over: `person` is a contact and `firm` its company, which may be absent; a rule over companies knows only
 * `firm`. `thing` is an asset, with its owner as person and firm beside it.
 */
export const ALIAS = { contact: 'person', company: 'firm', lead: 'prospect', asset: 'thing' } as const;
export const TOP: Scope = { alias: ALIAS, depth: 0 };
