import { CRM_ENTITIES } from '../../../contract/crm-fields.ts';
import type { OutputOf } from '../../../contract/endpoint.ts';
import {
  type listRuleFields as endpoint,
  OPERATORS_OF,
  type RuleField,
  type listRuleRelations as relationsEndpoint,
} from '../../../contract/rule-fields.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { listTags } from '../crm/index.ts';
import { offeredChoices } from './choices.ts';
import type { FieldRegistry } from './field-registry.ts';

type Options = RuleField['options'];

const tagsInUse = async (db: Db, actor: Actor): Promise<Map<string, Options>> => {
  const tags = new Map<string, Options>();
  for (const entity of CRM_ENTITIES) {
    const listed = (await listTags({ db }, actor, { entity })).tags;
    tags.set(
      entity,
      listed.map(({ tag }) => ({ value: tag, label: tag })),
    );
  }
  return tags;
};

/** The fields that rules may ask about, with what can be chosen now. Archived ones are told too: rules that name them still work. */
export const listRuleFields = async (
  { db, ruleFields }: { db: Db; ruleFields: FieldRegistry },
  actor: Actor,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'segment.see');
  const fields = await ruleFields.load(db);
  const [tags, offered] = [await tagsInUse(db, actor), await offeredChoices(db, fields.values())];
  return [...fields.values()].map((field) => {
    const { name, entity, type, label, currency, archived } = field;
    return {
      name,
      entity,
      type,
      label,
      currency,
      archived,
      options: type === 'tags' ? (tags.get(entity) ?? []) : offered(field),
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
