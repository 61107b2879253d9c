import type { OutputOf } from '../../../contract/endpoint.ts';
import { type listRuleFields as endpoint, OPERATORS_OF, type RuleField } from '../../../contract/rule-fields.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise, listColleagues } from '../access/index.ts';
import { listTags } from '../crm/index.ts';
import type { FieldRegistry } from './field-registry.ts';

type Options = RuleField['options'];

const tagOptions = async (db: Db, actor: Actor, entity: RuleField['entity']): Promise<Options> =>
  (await listTags({ db }, actor, { entity })).tags.map(({ tag }) => ({ value: tag, label: tag }));

/** The fields that rules may ask about, with what can be chosen now. Archived ones are told too: rules that name them still work. */
export const listRuleFields = async (
  { db, ruleFields }: { db: Db; ruleFields: FieldRegistry },
  actor: Actor,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'segment.see');
  const users = (await listColleagues({ db })).rows.map(({ id, name }) => ({ value: id as string, label: name }));
  const tags = { contact: await tagOptions(db, actor, 'contact'), company: await tagOptions(db, actor, 'company') };
  const optionsOf = ({ type, entity, options }: RuleField): Options => {
    if (type === 'user') return users;
    return type === 'tags' ? tags[entity] : options;
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
