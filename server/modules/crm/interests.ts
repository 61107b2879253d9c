import { type RawBuilder, sql } from 'kysely';
import type { FieldOption } from '../../../contract/crm-fields.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { addInterest as endpoint } from '../../../contract/tracks.ts';
import type { Clock } from '../../platform/clock.ts';
import { json } from '../../platform/database/json.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise, loadInstallation } from '../access/index.ts';
import { lockCustomFields } from './custom-field.store.ts';

/** Interests are a field of contacts like any other of their own: rules, imports, texts and forms know it already. */
const KEY = 'interests';
const LABEL = { en: 'Interests', nb: 'Interesser', pl: 'Zainteresowania', fr: 'Centres d’intérêt' };

/** Whether the contact has the interest; `alias` names the table of contacts. */
export const hasInterest = (alias: string, interest: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`coalesce(${sql.ref(`${alias}.custom`)} -> ${sql.lit(KEY)} ? ${interest}, false)`;

const findField = async (db: Db) => {
  const { rows } = await sql<{ id: string; options: FieldOption[] }>`
    select id, options from custom_field where entity = 'contact' and key = ${KEY} and type = 'many_of'`.execute(db);
  return rows[0];
};

export const listInterests = async (db: Db): Promise<{ value: string; label: string }[]> =>
  (await findField(db))?.options ?? [];

/** The first makes the field, too. One that is there already stays as it is. */
export const addInterest = async (
  { db, ids, clock }: { db: Db; ids: Ids; clock: Clock },
  actor: Actor,
  { label }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.create');
  return db.transaction().execute(async (tx) => {
    await lockCustomFields(tx);
    const field = await findField(tx);
    const known = field?.options.find((option) => option.label.toLowerCase() === label.toLowerCase());
    if (known) return { value: known.value };
    const options = json([...(field?.options ?? []), { value: label, label }]);
    if (field) await tx.updateTable('customField').set({ options }).where('id', '=', field.id).execute();
    else {
      const { language } = await loadInstallation(tx);
      const own = { entity: 'contact', key: KEY, label: LABEL[language], type: 'many_of', options, position: 0 };
      await tx
        .insertInto('customField')
        .values({ id: ids.next(), ...own, createdAt: clock.now() })
        .execute();
    }
    return { value: label };
  });
};
