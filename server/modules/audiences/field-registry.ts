import type { RawBuilder } from 'kysely';
import type { Operator, RuleValue } from '../../../contract/rule.ts';
import type { RuleField, RuleRelation } from '../../../contract/rule-fields.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';

/** What can be chosen, the first thousand of it; `only`: those of these values alone, wherever they stand. */
export type Choices = (db: Db | Tx, only?: readonly string[]) => Promise<RuleField['options']>;

/**
 * A field that rules may ask about, with its SQL. `alias` names the table of the field's entity. The value has
 * the type: text for text, country, language, one_of; numeric; bigint for money; date; boolean; text[] for many_of and tags; uuid for
 * user and id.
 */
export interface RuleFieldFragment extends RuleField {
  /** Where what can be chosen grows with the data: then `options` is empty, and this is asked when it is shown. */
  choices?: Choices;
  sql(alias: string): RawBuilder<unknown>;
  /** Of a date that is the UTC day of a moment: that moment, as a column with an index. */
  moment?(alias: string): RawBuilder<unknown>;
  /** The value as a person reads it; null when there is none. */
  asText?(alias: string): RawBuilder<string | null>;
  /** Instead of comparing the value: a condition of its own, such as a consent. Null counts as false. */
  condition?(alias: string, operator: Operator, value: RuleValue, today: string): RawBuilder<boolean>;
}

/** Records that belong to a party, with their SQL: what `RelatedRule` counts. */
export interface RelationFragment extends RuleRelation {
  /** The rows, as an item of FROM; `alias` names the table whose fields are asked about. */
  rows(alias: string): RawBuilder<unknown>;
  /** Equal where a row belongs to a record of `from`: the column of the row, and that of the record. */
  key(alias: string): RawBuilder<unknown>;
  of(alias: string): RawBuilder<unknown>;
  /** Which of the rows count at all. */
  only?(alias: string): RawBuilder<boolean>;
}

export type RuleFieldSource = (db: Db | Tx) => Promise<Iterable<RuleFieldFragment>>;

export interface FieldRegistry {
  load(db: Db | Tx): Promise<ReadonlyMap<string, RuleFieldFragment>>;
  relations: ReadonlyMap<string, RelationFragment>;
}

/** Every module offers its fields and relations here; `app.ts` lists them. The names in a rule come from here and from nowhere else. */
export const createFieldRegistry = (
  sources: readonly RuleFieldSource[],
  relations: readonly RelationFragment[] = [],
): FieldRegistry => ({
  relations: new Map(relations.map((relation) => [relation.name, relation])),
  load: async (db) => {
    const fields = new Map<string, RuleFieldFragment>();
    for (const source of sources) {
      for (const field of await source(db)) fields.set(field.name, field);
    }
    return fields;
  },
});
