import type * as api from '../../../contract/custom-fields.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { Clock } from '../../platform/clock.ts';
import { json } from '../../platform/database/json.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Conflict, Invalid } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import {
  countChoice,
  findCustomFields,
  findTypesWithFields,
  getCustomField,
  isKeyTaken,
  lockCustomFields,
  type StoredCustomField,
} from './custom-field.store.ts';
import { definitionProblem, keyOf } from './model/custom-field.ts';
import { withKnownReferences } from './party-input.ts';

export const listCustomFields = async (
  { db }: { db: Db },
  actor: Actor,
): Promise<OutputOf<typeof api.listCustomFields>> => {
  authorise(actor, 'crm.see');
  return { fields: await findCustomFields(db), types: await findTypesWithFields(db) };
};

const assertDefinition = (...definition: Parameters<typeof definitionProblem>) => {
  const problem = definitionProblem(...definition);
  if (problem) throw new Invalid(problem.field, problem.code, problem.params);
};

export const createCustomField = async (
  { db, ids, clock }: { db: Db; ids: Ids; clock: Clock },
  actor: Actor,
  { entity, assetTypeId, interactionTypeId, label, type, ...input }: InputOf<typeof api.createCustomField>,
): Promise<StoredCustomField> => {
  authorise(actor, 'settings.edit');
  const options = type === 'one_of' || type === 'many_of' ? input.options : [];
  const currency = type === 'money' ? input.currency : null;
  assertDefinition(type, options, currency);
  const subject = {
    entity,
    assetTypeId: entity === 'asset' ? assetTypeId : null,
    interactionTypeId: entity === 'interaction' ? interactionTypeId : null,
  };
  const id = ids.next();
  const key = input.key ?? keyOf(label);
  return db.transaction().execute(async (tx) => {
    await lockCustomFields(tx);
    if (await isKeyTaken(tx, key, subject))
      throw new Invalid(input.key === undefined ? 'label' : 'key', 'field_key_taken', { key });
    const before = (await findCustomFields(tx)).filter((field) => field.entity === entity);
    const position = Math.max(-1, ...before.map((field) => field.position)) + 1;
    const definition = { ...subject, key, label, type, options: json(options), currency, position };
    await withKnownReferences(() =>
      tx
        .insertInto('customField')
        .values({ id, ...definition, createdAt: clock.now() })
        .execute(),
    );
    return getCustomField(tx, id);
  });
};

/** A choice that records use cannot go; its label may change. */
const assertChoicesStay = async (tx: Tx, field: StoredCustomField, options: StoredCustomField['options']) => {
  for (const gone of field.options.filter((option) => !options.some(({ value }) => value === option.value))) {
    const count = await countChoice(tx, field, gone.value);
    if (count > 0) throw new Conflict('choice_in_use', { value: gone.label, count });
  }
};

export const updateCustomField = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  { id, label, options, position, archived }: InputOf<typeof api.updateCustomField>,
): Promise<StoredCustomField> => {
  authorise(actor, 'settings.edit');
  return db.transaction().execute(async (tx) => {
    const field = await getCustomField(tx, id);
    if (options) {
      assertDefinition(field.type, options, field.currency);
      await assertChoicesStay(tx, field, options);
    }
    const changes = {
      ...(label !== undefined && { label }),
      ...(options !== undefined && { options: json(options) }),
      ...(position !== undefined && { position }),
      ...(archived !== undefined && archived !== field.archived && { archivedAt: archived ? clock.now() : null }),
    };
    if (Object.keys(changes).length > 0)
      await tx.updateTable('customField').set(changes).where('id', '=', id).execute();
    return getCustomField(tx, id);
  });
};
