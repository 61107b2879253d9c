import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { createContact, listContacts } from '../../../contract/crm.ts';
import type { AssetTypeId, ContactId, ImportId } from '../../../contract/ids.ts';
import {
  checkImport,
  getImport,
  type Import,
  type ImportEntity,
  runImport,
  updateImport,
} from '../../../contract/import.ts';
import type { DemoContact } from '../../../db/demo/contact.ts';
import { companyFile, contactFile, type DemoFile } from '../../../db/demo/csv.ts';
import type { DemoData } from '../../../db/demo/demo-data.ts';
import type { App } from '../../app.ts';
import type { Actor } from '../../modules/access/index.ts';
import { uploadImport } from '../../modules/crm/index.ts';
import { type Ask, askAs } from './ask.ts';

const PATIENCE_MS = 120_000;

const until = async (ask: Ask, id: ImportId, state: Import['state']): Promise<Import> => {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await ask(getImport, { id });
    if (found.state === state) return found;
    if (found.state === 'failed' || Date.now() > deadline)
      throw new Error(
        `The import of ${found.fileName} came to ${found.state} (${found.failure ?? 'no reason'}), not to ${state}.`,
      );
    await pause(50);
  }
};

/** As a person would: upload, say what fills which field, check, run. */
export const importFile = async (
  app: App,
  actor: Actor,
  entity: ImportEntity,
  file: DemoFile,
  assetTypeId?: AssetTypeId,
): Promise<Import> => {
  const ask = askAs(app, actor);
  const stream = Readable.from([Buffer.from(file.text)]);
  const upload = { entity, fileName: file.fileName, stream, ...(assetTypeId && { assetTypeId }) };
  const id = (await uploadImport(app, actor, upload)).id as ImportId;
  await ask(updateImport, { id, mapping: file.mapping });
  await ask(checkImport, { id });
  await until(ask, id, 'checked');
  await ask(runImport, { id });
  return until(ask, id, 'finished');
};

/** Those whom an import would take for one: families with a common address. */
const addByHand = async (ask: Ask, contacts: DemoContact[]): Promise<void> => {
  for (const { firstName, lastName, email, phone, street, postalCode, city, country, tags } of contacts) {
    const { code, language } = country;
    await ask(createContact, {
      firstName,
      lastName,
      email,
      phone,
      street,
      postalCode,
      city,
      country: code,
      language,
      tags,
    });
  }
};

export interface BroughtIn {
  companies: Import;
  contacts: Import;
  idOf(contact: DemoContact): ContactId | undefined;
}

const nameKey = (firstName: string, lastName: string, email: string | null) =>
  `${firstName} ${lastName} ${email}`.toLowerCase();

const idsByName = async (ask: Ask): Promise<Map<string, ContactId>> => {
  const ids = new Map<string, ContactId>();
  let after: string | undefined;
  do {
    const page = await ask(listContacts, { limit: 500, ...(after !== undefined && { after }) });
    for (const { id, firstName, lastName, email } of page.rows) ids.set(nameKey(firstName, lastName, email), id);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return ids;
};

export const bringIn = async (app: App, actor: Actor, data: DemoData): Promise<BroughtIn> => {
  const ask = askAs(app, actor);
  const companies = await importFile(app, actor, 'company', companyFile(data));
  const contacts = await importFile(app, actor, 'contact', contactFile(data, app.clock.now()));
  await addByHand(
    ask,
    data.contacts.filter(({ address }) => address === 'shared'),
  );
  const ids = await idsByName(ask);
  return {
    companies,
    contacts,
    idOf: ({ firstName, lastName, email }) => ids.get(nameKey(firstName, lastName, email)),
  };
};
