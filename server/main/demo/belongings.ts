import { listColleagues } from '../../../contract/access.ts';
import { createAsset, createAssetType } from '../../../contract/assets.ts';
import { listCompanies, updateCompany } from '../../../contract/crm.ts';
import { createCustomField } from '../../../contract/custom-fields.ts';
import type { AssetTypeId, CompanyId, UserId } from '../../../contract/ids.ts';
import { createLead, updateLead } from '../../../contract/leads.ts';
import type { DemoContact } from '../../../db/demo/contact.ts';
import { day } from '../../../db/demo/csv.ts';
import type { DemoData } from '../../../db/demo/demo-data.ts';
import { MAKES } from '../../../db/demo/vehicle.ts';
import type { Ask } from './ask.ts';
import type { BroughtIn } from './bring-in.ts';

export interface Belongings {
  vehicles: number;
  machines: number;
  leads: number;
}

const AT_ONCE = 8;

/** A few at a time: one after the other takes long, all at once would take every connection. */
const each = async <T>(rows: readonly T[], work: (row: T) => Promise<unknown>): Promise<void> => {
  const left = [...rows];
  const take = async () => {
    for (let row = left.shift(); row !== undefined; row = left.shift()) await work(row);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
};

const defineTypes = async (ask: Ask) => {
  const makes = MAKES.map((make) => ({ value: make, label: make }));
  const field = (assetTypeId: AssetTypeId, key: string, label: string, type: 'text' | 'number' | 'date' | 'yes_no') =>
    ask(createCustomField, { entity: 'asset', assetTypeId, key, label, type });
  const { id: vehicle } = await ask(createAssetType, {
    key: 'vehicle',
    name: 'Vehicle',
    identifierLabel: 'Registration number',
  });
  const make = { entity: 'asset', assetTypeId: vehicle, key: 'make', label: 'Make', type: 'one_of' } as const;
  await ask(createCustomField, { ...make, options: makes });
  await field(vehicle, 'model', 'Model', 'text');
  await field(vehicle, 'year', 'Year', 'number');
  await field(vehicle, 'electric', 'Electric', 'yes_no');
  await field(vehicle, 'next_service', 'Next service', 'date');
  const { id: machine } = await ask(createAssetType, {
    key: 'machine',
    name: 'Machine',
    identifierLabel: 'Serial number',
  });
  await field(machine, 'make', 'Make', 'text');
  await field(machine, 'model', 'Model', 'text');
  await field(machine, 'hours', 'Hours', 'number');
  await field(machine, 'next_inspection', 'Next inspection', 'date');
  return { vehicle, machine };
};

const companyIds = async (ask: Ask): Promise<Map<string, CompanyId>> => {
  const { rows } = await ask(listCompanies, { limit: 500 });
  return new Map(rows.map(({ id, name }) => [name, id]));
};

const userIds = async (ask: Ask): Promise<Map<string, UserId>> => {
  const { rows } = await ask(listColleagues, {});
  return new Map(rows.map(({ id, name }) => [name, id]));
};

/** What the customers own, who asked and has not bought yet, and how firms are billed. */
export const giveBelongings = async (ask: Ask, data: DemoData, people: BroughtIn, today: Date): Promise<Belongings> => {
  const types = await defineTypes(ask);
  const companies = await companyIds(ask);
  const users = await userIds(ask);
  const drivers = data.contacts.filter((contact) => contact.vehicle !== null && people.idOf(contact) !== undefined);
  const plates = new Map(drivers.map((contact) => [contact.vehicle?.plate, contact]));
  await each([...plates.values()], (contact) =>
    ask(createAsset, vehicleOf(contact, types.vehicle, people, companies, today)),
  );
  await each(data.machines, ({ company, make, model, serial, hours, nextInspectionInDays }) =>
    ask(createAsset, {
      typeId: types.machine,
      name: `${make} ${model}`,
      identifier: serial,
      companyId: companies.get(company.name) ?? null,
      custom: { make, model, hours, next_inspection: day(today, nextInspectionInDays) },
    }),
  );
  await each(data.leads, async ({ country, accountManager, lost, ...lead }) => {
    const { code, language } = country;
    const accountManagerId = users.get(accountManager) ?? null;
    const { id } = await ask(createLead, { ...lead, country: code, language, accountManagerId });
    if (lost) await ask(updateLead, { id, state: 'lost' });
  });
  await each(data.companies, async ({ name, domain, fleetSize }) => {
    const id = companies.get(name);
    const billing = { email: `faktura@${domain}`, paymentDays: fleetSize >= 10 ? 30 : 14 };
    if (id) await ask(updateCompany, { id, billing });
  });
  return { vehicles: plates.size, machines: data.machines.length, leads: data.leads.length };
};

/** Every other driver of a firm drives the firm's car. */
const vehicleOf = (
  contact: DemoContact,
  typeId: AssetTypeId,
  people: BroughtIn,
  companies: ReadonlyMap<string, CompanyId>,
  today: Date,
) => {
  const { make, model, electric, plate, registeredInDays, nextServiceInDays } = contact.vehicle!;
  const acquiredOn = day(today, registeredInDays);
  const ofFirm = contact.company !== null && registeredInDays % 2 === 0;
  return {
    typeId,
    name: `${make} ${model}`,
    identifier: plate,
    contactId: people.idOf(contact)!,
    companyId: ofFirm ? (companies.get(contact.company!.name) ?? null) : null,
    acquiredOn,
    custom: {
      make,
      model,
      electric,
      year: Number(acquiredOn.slice(0, 4)),
      next_service: day(today, nextServiceInDays),
    },
  };
};
