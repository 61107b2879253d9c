import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { describe, expect, test } from 'vitest';
import { emailKey } from '../../contract/address.ts';
import { LANGUAGES } from '../../contract/messages/languages.ts';
import { TOPICS } from './consent.ts';
import { COUNTRIES } from './country.ts';
import { companyFile, contactFile } from './csv.ts';
import { makeDemoData } from './demo-data.ts';
import { slug } from './place.ts';

const data = makeDemoData();
const { companies, contacts, consents } = data;
const withAddress = (address: string) => contacts.filter((contact) => contact.address === address);

test('the same seed makes the same people, another seed others', () => {
  const today = new Date('2026-03-02');
  expect(contactFile(makeDemoData(), today)).toEqual(contactFile(data, today));
  expect(companyFile(makeDemoData({ seed: 7 }))).not.toEqual(companyFile(data));
});

test('2,014 contacts, of whom 14 cannot come in, and 300 companies speak four languages', () => {
  expect([contacts.length, companies.length]).toEqual([2014, 300]);
  for (const language of LANGUAGES) {
    expect(contacts.filter(({ country }) => country.language === language).length).toBeGreaterThan(100);
  }
});

test('phone numbers are valid in their country', () => {
  const numbers = [...contacts, ...companies].flatMap(({ phone, country }) =>
    phone ? [{ phone, code: country.code }] : [],
  );
  const wrong = numbers.filter(({ phone, code }) => {
    const parsed = parsePhoneNumberFromString(phone, code);
    return !parsed?.isValid() || parsed.country !== code;
  });
  expect(numbers.length).toBeGreaterThan(1900);
  expect(wrong).toEqual([]);
});

const POSTAL_CODE = { NO: /^\d{4}$/, PL: /^\d{2}-\d{3}$/, FR: /^\d{5}$/, GB: /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/ };

test('postal codes have the form of their country and belong to their town', () => {
  for (const { country, postalCode, city } of [...contacts, ...companies]) {
    expect(postalCode).toMatch(POSTAL_CODE[country.code]);
    const town = country.words.towns.find((it) => it.name === city);
    expect(town?.postalCodes).toContain(postalCode);
  }
  for (const { words } of COUNTRIES)
    for (const town of words.towns) expect(town.postalCodes, town.name).not.toEqual([]);
});

describe('addresses', () => {
  test('no address can belong to anybody real', () => {
    const domains = [...contacts, ...companies].flatMap(({ email }) =>
      email && emailKey(email) ? [emailKey(email)!] : [],
    );
    expect(domains.filter((email) => !email.endsWith('.example'))).toEqual([]);
  });

  test('most are good; some are missing, malformed, shared, gone or blocked', () => {
    expect(withAddress('good').length).toBeGreaterThan(1850);
    expect(withAddress('none').length).toBe(60);
    expect(withAddress('none').every(({ email }) => email === null)).toBe(true);
    expect(withAddress('malformed').map(({ email }) => emailKey(email!))).toEqual(Array(14).fill(null));
    for (const address of ['good', 'gone', 'blocked'])
      for (const { email } of withAddress(address)) expect(emailKey(email!), email!).not.toBeNull();
    expect(withAddress('blocked').every(({ email }) => email!.startsWith('blocked+'))).toBe(true);
    expect(withAddress('gone').every(({ email }) => email!.startsWith('bounce+'))).toBe(true);
  });

  test('only the shared ones stand twice', () => {
    const shared = withAddress('shared').map(({ email }) => email);
    const others = contacts
      .filter(({ address, email }) => address !== 'shared' && email !== null)
      .map(({ email }) => email);
    expect(new Set(others).size).toBe(others.length);
    for (const email of shared) expect(others).toContain(email);
  });
});

test('about seven in ten said yes to the newsletter, each with the words in their language, a source and evidence', () => {
  const yes = consents.filter((consent) => consent.topic === TOPICS[0].key && consent.state === 'given');
  expect(yes.length / contacts.length).toBeGreaterThan(0.62);
  expect(yes.length / contacts.length).toBeLessThan(0.75);
  for (const { wording, source, evidence } of consents)
    expect(Math.min(wording.length, source.length, evidence.length)).toBeGreaterThan(4);
  expect(new Set(yes.map(({ wording }) => wording)).size).toBe(4);
});

test('150 leads have addresses of their own, and some firms have machines', () => {
  const { leads, machines } = data;
  expect(new Set(leads.map(({ email }) => emailKey(email))).size).toBe(150);
  expect(leads.every(({ email }) => email.endsWith('.example'))).toBe(true);
  expect(new Set(machines.map(({ serial }) => serial)).size).toBe(machines.length);
  expect(machines.length).toBeGreaterThan(50);
});

test('firms have a name and number of their own', () => {
  expect(new Set(companies.map(({ name }) => name)).size).toBe(300);
  expect(new Set(companies.map(({ organisationNumber }) => organisationNumber)).size).toBe(300);
});

test.each([
  ['Ødegård & Sønn AS', 'odegard-sonn-as'],
  ['P.H.U. Łuczak', 'p-h-u-luczak'],
  ['Électricité de Saint-Étienne', 'electricite-de-saint-etienne'],
  ['O’Brien', 'obrien'],
])('%s in an address is %s', (name, expected) => {
  expect(slug(name)).toBe(expected);
});
