import type { RawBuilder } from 'kysely';
import type { Operator, RuleValue } from '../../../contract/rule.ts';
import type { RuleField } from '../../../contract/rule-fields.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';

/**
 * A field that rules may ask about, with its SQL. `alias` names the table of the field's entity, `contact` or `company`. The value has
 * the type: text for text, country, language, one_of; numeric; bigint for money; date; boolean; text[] for many_of and tags; uuid for
 * user and id.
 */
export interface RuleFieldFragment extends RuleField {
  sql(alias: string): RawBuilder<unknown>;
  /** The value as a person reads it; null when there is none. */
  asText?(alias: string): RawBuilder<string | null>;
  /** Instead of comparing the value: a condition of its own, such as a consent. Null counts as false. */
  condition?(alias: string, operator: Operator, value: RuleValue): RawBuilder<boolean>;
}

export type RuleFieldSource = (db: Db | Tx) => Promise<Iterable<RuleFieldFragment>>;

export interface FieldRegistry {
  load(db: Db | Tx): Promise<ReadonlyMap<string, RuleFieldFragment>>;
}

/** Every module offers its fields here; `app.ts` lists the sources. Names and operators of a rule come from here and from nowhere else. */
export const createFieldRegistry = (sources: readonly RuleFieldSource[]): FieldRegistry => ({
  load: async (db) => {
    const fields = new Map<string, RuleFieldFragment>();
    for (const source of sources) {
      for (const field of await source(db)) fields.set(field.name, field);
    }
    return fields;
  },
});
