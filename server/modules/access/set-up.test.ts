import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getSession, setUp } from '../../../contract/access.ts';
import { emptierOf } from '../../../tests/support/emptier.ts';
import { Caller, testHouse } from '../../../tests/support/house.ts';

const house = testHouse();

const FIRST = {
  name: 'Anna Dahl',
  email: ' Anna@Nordlys.test ',
  password: 'a long enough one',
  company: 'Nordlys AS',
  language: 'nb',
  currency: 'NOK',
  timeZone: 'Europe/Oslo',
} as const;

let empty: () => Promise<void>;
beforeAll(async () => {
  empty = await emptierOf(house.app.db);
});
beforeEach(() => empty());

describe('set up', () => {
  it('creates the company and its administrator, and signs in', async () => {
    const browser = new Caller(house);
    expect((await browser.call(getSession, {})).body).toEqual({
      setupNeeded: true,
      user: null,
      permissions: [],
      installation: null,
    });
    expect((await browser.call(setUp, FIRST)).status).toBe(200);
    const { body } = await browser.call(getSession, {});
    expect(body.setupNeeded).toBe(false);
    expect(body.user).toMatchObject({ email: 'anna@nordlys.test', role: 'admin', seat: true, language: 'nb' });
    expect(body.installation).toEqual({
      name: 'Nordlys AS',
      language: 'nb',
      currency: 'NOK',
      timeZone: 'Europe/Oslo',
      seats: null,
      tracking: 'consented',
    });
    expect(body.permissions).toContain('user.manage');
  });

  it('is dead after the first administrator', async () => {
    await new Caller(house).call(setUp, FIRST);
    const thief = new Caller(house);
    const { status } = await thief.call(setUp, { ...FIRST, email: 'thief@example.com' });
    expect(status).toBe(404);
    expect((await thief.call(getSession, {})).body.user).toBeNull();
    expect((await thief.signIn('thief@example.com', FIRST.password)).status).toBe(401);
  });

  it('lets one of several at the same moment win', async () => {
    const emails = ['a', 'b', 'c', 'd'].map((name) => `${name}@nordlys.test`);
    const answers = await Promise.all(emails.map((email) => new Caller(house).call(setUp, { ...FIRST, email })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 404, 404, 404]);
    expect(await house.app.db.selectFrom('appUser').select('role').execute()).toEqual([{ role: 'admin' }]);
  });

  it('has no default password and refuses a short one at its field', async () => {
    const { status, body } = await new Caller(house).call(setUp, {
      ...FIRST,
      password: 'short',
      timeZone: 'Mars/Base',
    });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([
      { field: 'password', code: 'too_short', params: { min: 10 } },
      { field: 'timeZone', code: 'invalid_time_zone' },
    ]);
    expect((await new Caller(house).call(getSession, {})).body.setupNeeded).toBe(true);
  });
});
