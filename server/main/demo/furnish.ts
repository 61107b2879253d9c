import { createSendingAccount, listSendingAccounts, updateSendingAccount } from '../../../contract/accounts.ts';
import { createTemplate } from '../../../contract/content.ts';
import { createCustomField } from '../../../contract/custom-fields.ts';
import type { SegmentId, SendingAccountId } from '../../../contract/ids.ts';
import { LANGUAGES } from '../../../contract/messages/languages.ts';
import type { Rule } from '../../../contract/rule.ts';
import { createSegment } from '../../../contract/segments.ts';
import { saveSeller } from '../../../contract/seller.ts';
import { updateSendTimes } from '../../../contract/send-times.ts';
import { makeDemoData } from '../../../db/demo/demo-data.ts';
import { NEWSLETTER } from '../../../db/demo/newsletter.ts';
import { MAKES } from '../../../db/demo/vehicle.ts';
import type { App } from '../../app.ts';
import { type Ask, askAs } from './ask.ts';
import { type Belongings, giveBelongings } from './belongings.ts';
import { type BroughtIn, bringIn } from './bring-in.ts';
import type { Staff } from './people.ts';
import { permit, type Topics } from './permit.ts';
import { stock } from './stock.ts';

const defineFields = async (ask: Ask): Promise<void> => {
  const contact = { entity: 'contact' } as const;
  const makes = MAKES.map((make) => ({ value: make, label: make }));
  await ask(createCustomField, { ...contact, key: 'car_make', label: 'Car make', type: 'one_of', options: makes });
  await ask(createCustomField, { ...contact, key: 'car_model', label: 'Car model', type: 'text' });
  await ask(createCustomField, { ...contact, key: 'electric', label: 'Electric car', type: 'yes_no' });
  await ask(createCustomField, { ...contact, key: 'registration', label: 'Registration number', type: 'text' });
  await ask(createCustomField, { ...contact, key: 'registered_on', label: 'First registered', type: 'date' });
  await ask(createCustomField, { ...contact, key: 'next_service', label: 'Next service', type: 'date' });
  await ask(createCustomField, { ...contact, key: 'kilometres', label: 'Kilometres', type: 'number' });
  await ask(createCustomField, { entity: 'company', key: 'fleet_size', label: 'Cars in the fleet', type: 'number' });
};

/** As a dealer in Oslo would, so that invoices and offers can be issued. */
const nameTheSeller = async (ask: Ask): Promise<void> => {
  await ask(updateSendTimes, { country: 'NO' });
  await ask(saveSeller, {
    name: 'Nordlys Bil AS',
    street: 'Verkstedveien 1',
    postalCode: '0277',
    city: 'Oslo',
    vatId: 'NO999888771MVA',
    registration: '999 888 771',
    iban: 'NO9386011117947',
    bic: 'DNBANOKK',
    email: 'faktura@nordlysbil.example',
    phone: '+47 22 00 00 00',
  });
};

const field = (name: string, operator: string, value: unknown = null): Rule =>
  ({ kind: 'field', field: name, operator, value }) as Rule;

const saveSegments = async (ask: Ask): Promise<{ customers: SegmentId }> => {
  const save = async (name: string, description: string, rules: Rule[], partyKind: 'contact' | 'company' = 'contact') =>
    (await ask(createSegment, { name, description, partyKind, rule: { kind: 'group', match: 'all', rules } })).id;
  const customers = await save('Customers and prospects', 'Everyone in our four countries', [
    field('contact.country', 'any_of', ['NO', 'PL', 'FR', 'GB']),
  ]);
  await save('Electric, service due', 'Electric cars whose service comes in the next two months', [
    field('contact.custom.electric', 'is', true),
    field('contact.custom.next_service', 'in_next_days', 60),
  ]);
  await save('Tesla owners in Norway', 'For the list that the importer asks for', [
    field('contact.custom.car_make', 'any_of', ['Tesla']),
    field('contact.country', 'any_of', ['NO']),
  ]);
  await save('Fleets', 'Firms with ten cars or more', [field('company.custom.fleet_size', 'more', 9)], 'company');
  return { customers };
};

const saveTemplates = async (ask: Ask): Promise<void> => {
  for (const language of LANGUAGES)
    await ask(createTemplate, { name: `Nordlys newsletter (${language})`, language, variant: NEWSLETTER[language] });
};

const ACCOUNT = {
  name: 'Nordlys newsletter',
  direction: 'sending',
  host: '127.0.0.1',
  security: 'none',
  fromName: 'Nordlys Bil',
  fromAddress: 'nyhetsbrev@nordlysbil.example',
  nature: 'local',
  maxConnections: 4,
} as const;

/** The account sends to the outbox of this very process, wherever it listens today. */
export const pointAccountAt = async (app: App, { admin }: Staff, port: number): Promise<SendingAccountId> => {
  const ask = askAs(app, admin);
  const { rows } = await ask(listSendingAccounts, { search: ACCOUNT.name });
  const known = rows.find(({ name }) => name === ACCOUNT.name);
  const settings = { ...ACCOUNT, port };
  return (
    known ? await ask(updateSendingAccount, { id: known.id, ...settings }) : await ask(createSendingAccount, settings)
  ).id;
};

export interface Furnished {
  people: BroughtIn;
  belongings: Belongings;
  topics: Topics;
  customers: SegmentId;
}

/** Everything a dealer has before the campaign: customers, what they agreed to, segments, templates. */
export const furnish = async (app: App, { admin, marketer }: Staff): Promise<Furnished> => {
  const data = makeDemoData();
  const asAdmin = askAs(app, admin);
  await nameTheSeller(asAdmin);
  await defineFields(asAdmin);
  await stock(asAdmin);
  const people = await bringIn(app, admin, data);
  const belongings = await giveBelongings(app, admin, data, people);
  const topics = await permit(app, admin, data, people);
  const { customers } = await saveSegments(askAs(app, marketer));
  await saveTemplates(askAs(app, marketer));
  return { people, belongings, topics, customers };
};
