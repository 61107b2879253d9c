import { createAsset, createAssetType } from '../../../contract/assets.ts';
import { listCompanies, updateCompany } from '../../../contract/crm.ts';
import { createCustomField } from '../../../contract/custom-fields.ts';
import type { AssetTypeId, CompanyId } from '../../../contract/ids.ts';
import { listLeads, updateLead } from '../../../contract/leads.ts';
import { type Driver, day, firmOfCar, leadFile, machineFile, vehicleFile } from '../../../db/demo/csv.ts';
import type { DemoData } from '../../../db/demo/demo-data.ts';
import { MAKES } from '../../../db/demo/vehicle.ts';
import type { App } from '../../app.ts';
import type { Actor } from '../../modules/access/index.ts';
import { type Ask, askAs } from './ask.ts';
import { type BroughtIn, importFile } from './bring-in.ts';

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

/** What the customers own, who asked and has not bought yet, and how firms are billed. */
export const giveBelongings = async (
  app: App,
  actor: Actor,
  data: DemoData,
  people: BroughtIn,
): Promise<Belongings> => {
  const ask = askAs(app, actor);
  const today = app.clock.now();
  const types = await defineTypes(ask);
  const companies = await companyIds(ask);
  const cars = driversOf(data, people);
  const told = ({ address, email }: Driver) => email !== null && address !== 'shared';
  await importFile(app, actor, 'asset', vehicleFile(cars.filter(told), today), types.vehicle);
  await each(
    cars.filter((driver) => !told(driver)),
    (driver) => ask(createAsset, vehicleOf(driver, types.vehicle, people, companies, today)),
  );
  await importFile(app, actor, 'asset', machineFile(data, today), types.machine);
  await importFile(app, actor, 'lead', leadFile(data));
  await loseSome(ask, data);
  await each(data.companies, async ({ name, domain, fleetSize }) => {
    const id = companies.get(name);
    const billing = { email: `faktura@${domain}`, paymentDays: fleetSize >= 10 ? 30 : 14 };
    if (id) await ask(updateCompany, { id, billing });
  });
  return { vehicles: cars.length, machines: data.machines.length, leads: data.leads.length };
};

/** One of each car, among those who came in. */
const driversOf = ({ contacts }: DemoData, people: BroughtIn): Driver[] => {
  const drivers = contacts.filter(
    (contact): contact is Driver => contact.vehicle !== null && people.idOf(contact) !== undefined,
  );
  return [...new Map(drivers.map((driver) => [driver.vehicle.plate, driver])).values()];
};

const loseSome = async (ask: Ask, { leads }: DemoData): Promise<void> => {
  const { rows } = await ask(listLeads, { limit: 500 });
  const lost = new Set(leads.flatMap((lead) => (lead.lost ? [lead.email] : [])));
  await each(
    rows.filter(({ email }) => email !== null && lost.has(email)),
    ({ id }) => ask(updateLead, { id, state: 'lost' }),
  );
};

/** Whoever has no address of his own is told by no file. */
const vehicleOf = (
  driver: Driver,
  typeId: AssetTypeId,
  people: BroughtIn,
  companies: ReadonlyMap<string, CompanyId>,
  today: Date,
) => {
  const { make, model, electric, plate, registeredInDays, nextServiceInDays } = driver.vehicle;
  const acquiredOn = day(today, registeredInDays);
  return {
    typeId,
    name: `${make} ${model}`,
    identifier: plate,
    contactId: people.idOf(driver)!,
    companyId: companies.get(firmOfCar(driver)?.name ?? '') ?? null,
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
