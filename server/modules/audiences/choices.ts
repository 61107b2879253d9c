import type { Rule } from '../../../contract/rule.ts';
import type { RuleField } from '../../../contract/rule-fields.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { listColleagues } from '../access/index.ts';
import type { LoadedRules } from './compiling.ts';
import type { Choices, RuleFieldFragment } from './field-registry.ts';

type Options = RuleField['options'];

const colleagues: Choices = async (db, only) =>
  (await listColleagues({ db })).rows
    .map(({ id, name }) => ({ value: id as string, label: name }))
    .filter(({ value }) => only?.includes(value) ?? true);

const choicesOf = ({ choices, type }: RuleFieldFragment): Choices | undefined =>
  choices ?? (type === 'user' ? colleagues : undefined);

/** What can be chosen of each field, each list asked for once however many fields offer it. */
export const offeredChoices = async (
  db: Db,
  fields: Iterable<RuleFieldFragment>,
): Promise<(field: RuleFieldFragment) => Options> => {
  const offered = new Map<Choices, Options>();
  for (const field of fields) {
    const choices = choicesOf(field);
    if (choices !== undefined && !offered.has(choices)) offered.set(choices, await choices(db));
  }
  return (field) => offered.get(choicesOf(field) as Choices) ?? field.options;
};

const fieldRules = (rule: Rule): { field: string; values: string[] }[] => {
  if (rule.kind === 'group') return rule.rules.flatMap(fieldRules);
  if (rule.kind === 'related') return fieldRules(rule.where);
  if (rule.kind === 'segment') return [];
  return [{ field: rule.field, values: Array.isArray(rule.value) ? rule.value.map(String) : [] }];
};

/** The same rules, whose fields know the names of what these conditions chose, so that they can be said in words. */
export const withChosenNames = async <Rules extends LoadedRules>(
  db: Db | Tx,
  rules: Rules,
  conditions: readonly { rule: Rule }[],
): Promise<Rules> => {
  const chosen = new Map<string, string[]>();
  for (const { field, values } of conditions.flatMap(({ rule }) => fieldRules(rule)))
    chosen.set(field, [...(chosen.get(field) ?? []), ...values]);
  const fields = new Map(rules.fields);
  for (const [name, values] of chosen) {
    const field = fields.get(name);
    const choices = field && choicesOf(field);
    if (choices && values.length > 0) fields.set(name, { ...field, options: await choices(db, values) });
  }
  return { ...rules, fields };
};
