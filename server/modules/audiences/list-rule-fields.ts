import { CRM_ENTITIES, type CrmEntity } from '../../../contract/crm-fields.ts';
import type { OutputOf } from '../../../contract/endpoint.ts';
import {
  type listRuleFields as endpoint,
  OPERATORS_OF,
  type RuleField,
  type listRuleRelations as relationsEndpoint,
} from '../../../contract/rule-fields.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise, listColleagues } from '../access/index.ts';
import { listTags } from '../crm/index.ts';
import type { FieldRegistry } from './field-registry.ts';

type Options = RuleField['options'];

const tagOptions = async (db: Db, actor: Actor, entity: CrmEntity): Promise<Options> =>
  (await listTags({ db }, actor, { entity })).tags.map(({ tag }) => ({ value: tag, label: tag }));

/** The fields that rules may ask about, with what can be chosen now. Archived ones are told too: rules that name them still work. */
export const listRuleFields = async (
  { db, ruleFields }: { db: Db; ruleFields: FieldRegistry },
  actor: Actor,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'segment.see');
  const users = (await listColleagues({ db })).rows.map(({ id, name }) => ({ value: id as string, label: name }));
  const tags = new Map<string, Options>();
  for (const entity of CRM_ENTITIES) tags.set(entity, await tagOptions(db, actor, entity));
  const optionsOf = ({ type, entity, options }: RuleField): Options => {
    if (type === 'user') return users;
    return type === 'tags' ? (tags.get(entity) ?? []) : options;
  };
  return [...(await ruleFields.load(db)).values()].map((field) => {
    const { name, entity, type, label, currency, archived } = field;
    return {
      name,
      entity,
      type,
      label,
      currency,
      archived,
      options: optionsOf(field),
      operators: [...OPERATORS_OF[type]],
    };
  });
};

export const listRuleRelations = async (
  { ruleFields }: { ruleFields: FieldRegistry },
  actor: Actor,
): Promise<OutputOf<typeof relationsEndpoint>> => {
  authorise(actor, 'segment.see');
  return [...ruleFields.relations.values()].map(({ name, from, to, label }) => ({ name, from, to, label }));
};
