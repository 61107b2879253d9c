import { stringify } from 'csv-stringify/sync';
import type { DemoCompany } from './company.ts';
import type { DemoContact } from './contact.ts';
import type { DemoData } from './demo-data.ts';
import type { DemoLead } from './lead.ts';
import type { Machine } from './machine.ts';
import type { Vehicle } from './vehicle.ts';

export const day = (today: Date, inDays: number): string =>
  new Date(today.getTime() + inDays * 86_400_000).toISOString().slice(0, 10);

type Columns<T> = Record<string, (row: T) => string | number | null | undefined>;

const COMPANY: Columns<DemoCompany> = {
  'company.name': (company) => company.name,
  'company.organisation_number': (company) => company.organisationNumber,
  'company.vat_id': (company) => company.vatId,
  'company.email': (company) => company.email,
  'company.phone': (company) => company.phone,
  'company.website': (company) => company.website,
  'company.street': (company) => company.street,
  'company.postal_code': (company) => company.postalCode,
  'company.city': (company) => company.city,
  'company.country': (company) => company.country.code,
  'company.language': (company) => company.country.language,
  'company.account_manager': (company) => company.accountManager,
  'company.tags': (company) => company.tags.join(';'),
  'company.custom.fleet_size': (company) => company.fleetSize,
};

const contactColumns = (today: Date): Columns<DemoContact> => ({
  'contact.first_name': (contact) => contact.firstName,
  'contact.last_name': (contact) => contact.lastName,
  'contact.title': (contact) => contact.title,
  'contact.email': (contact) => contact.email,
  'contact.phone': (contact) => contact.phone,
  'contact.street': (contact) => contact.street,
  'contact.postal_code': (contact) => contact.postalCode,
  'contact.city': (contact) => contact.city,
  'contact.country': (contact) => contact.country.code,
  'contact.language': (contact) => contact.country.language,
  'contact.birthday': (contact) => contact.birthday,
  'contact.account_manager': (contact) => contact.accountManager,
  'contact.tags': (contact) => contact.tags.join(';'),
  'company.organisation_number': (contact) => contact.company?.organisationNumber,
  'company.name': (contact) => contact.company?.name,
  'contact.custom.car_make': ({ vehicle }) => vehicle?.make,
  'contact.custom.car_model': ({ vehicle }) => vehicle?.model,
  'contact.custom.electric': ({ vehicle }) => vehicle && (vehicle.electric ? 'yes' : 'no'),
  'contact.custom.registration': ({ vehicle }) => vehicle?.plate,
  'contact.custom.registered_on': ({ vehicle }) => vehicle && day(today, vehicle.registeredInDays),
  'contact.custom.next_service': ({ vehicle }) => vehicle && day(today, vehicle.nextServiceInDays),
  'contact.custom.kilometres': ({ vehicle }) => vehicle?.kilometres,
});

export interface Driver extends DemoContact {
  vehicle: Vehicle;
}

/** Every other driver of a firm drives the firm's car. */
export const firmOfCar = ({ company, vehicle }: Driver): DemoCompany | null =>
  vehicle.registeredInDays % 2 === 0 ? company : null;

const vehicleColumns = (today: Date): Columns<Driver> => ({
  'asset.name': ({ vehicle }) => `${vehicle.make} ${vehicle.model}`,
  'asset.identifier': ({ vehicle }) => vehicle.plate,
  'asset.acquired_on': ({ vehicle }) => day(today, vehicle.registeredInDays),
  'asset.vehicle.make': ({ vehicle }) => vehicle.make,
  'asset.vehicle.model': ({ vehicle }) => vehicle.model,
  'asset.vehicle.year': ({ vehicle }) => day(today, vehicle.registeredInDays).slice(0, 4),
  'asset.vehicle.electric': ({ vehicle }) => (vehicle.electric ? 'yes' : 'no'),
  'asset.vehicle.next_service': ({ vehicle }) => day(today, vehicle.nextServiceInDays),
  'owner.email': (driver) => driver.email,
  'owner.organisation_number': (driver) => firmOfCar(driver)?.organisationNumber,
});

const machineColumns = (today: Date): Columns<Machine> => ({
  'asset.name': ({ make, model }) => `${make} ${model}`,
  'asset.identifier': (machine) => machine.serial,
  'asset.machine.make': (machine) => machine.make,
  'asset.machine.model': (machine) => machine.model,
  'asset.machine.hours': (machine) => machine.hours,
  'asset.machine.next_inspection': (machine) => day(today, machine.nextInspectionInDays),
  'owner.organisation_number': ({ company }) => company.organisationNumber,
});

const LEAD: Columns<DemoLead> = {
  'lead.first_name': (lead) => lead.firstName,
  'lead.last_name': (lead) => lead.lastName,
  'lead.email': (lead) => lead.email,
  'lead.phone': (lead) => lead.phone,
  'lead.company_name': (lead) => lead.companyName,
  'lead.company_email': (lead) => lead.companyEmail,
  'lead.source': (lead) => lead.source,
  'lead.street': (lead) => lead.street,
  'lead.postal_code': (lead) => lead.postalCode,
  'lead.city': (lead) => lead.city,
  'lead.country': (lead) => lead.country.code,
  'lead.language': (lead) => lead.country.language,
  'lead.account_manager': (lead) => lead.accountManager,
  'lead.tags': (lead) => lead.tags.join(';'),
};

export interface DemoFile {
  fileName: string;
  text: string;
  /** The field that each column fills. */
  mapping: string[];
}

const fileOf = <T>(fileName: string, columns: Columns<T>, rows: T[]): DemoFile => ({
  fileName,
  mapping: Object.keys(columns),
  text: stringify(
    [Object.keys(columns).map(heading), ...rows.map((row) => Object.values(columns).map((value) => value(row)))],
    {
      delimiter: ';',
    },
  ),
});

/** `contact.custom.next_service` → `Next service` */
const heading = (field: string): string => {
  const name = field.split('.').at(-1)!.replaceAll('_', ' ');
  const words = field === 'company.name' ? 'company' : name;
  return words[0]!.toUpperCase() + words.slice(1);
};

export const companyFile = ({ companies }: DemoData): DemoFile => fileOf('companies.csv', COMPANY, companies);

/**
 * Everyone whom an import can tell apart, and 30 rows that name somebody again in other letters: an import makes one person of two
 * rows with one address, and refuses what is no address.
 */
export const contactFile = ({ contacts }: DemoData, today: Date): DemoFile => {
  const apart = contacts.filter((contact) => contact.address !== 'shared');
  const again = apart
    .filter((contact) => contact.address === 'good')
    .slice(0, 30)
    .map((contact) => ({ ...contact, email: contact.email!.toUpperCase() }));
  return fileOf('customers-2026.csv', contactColumns(today), [...apart, ...again]);
};

/** The cars of those whom an address tells. */
export const vehicleFile = (drivers: Driver[], today: Date): DemoFile =>
  fileOf('vehicles.csv', vehicleColumns(today), drivers);

export const machineFile = ({ machines }: DemoData, today: Date): DemoFile =>
  fileOf('machines.csv', machineColumns(today), machines);

export const leadFile = ({ leads }: DemoData): DemoFile => fileOf('leads.csv', LEAD, leads);
