import { betterAuth } from 'better-auth';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changePassword, getSession, listUsers, signOut } from '../../../../contract/access.ts';
import { Caller, furnish, PASSWORD, signedIn, testHouse } from '../../../../tests/support/house.ts';
import { authenticationOptions, costlyPasswords } from './authentication.ts';

const house = testHouse();
const secureHouse = testHouse({ baseUrl: 'https://fanfare.test', passwords: costlyPasswords });
beforeAll(async () => {
  await furnish(house);
  await furnish(secureHouse);
});
beforeEach(() => sql`truncate sign_in_attempt`.execute(house.app.db));

const ANNA = 'anna@nordlys.test';
const isIn = async (caller: Caller) => (await caller.call(getSession, {})).body.user !== null;

describe('the tables of sign-in', () => {
  it('are what the library expects', async () => {
    const { checkSchema } = await betterAuth(authenticationOptions({ ...house.app, passwords: costlyPasswords }))
      .$context;
    await expect(checkSchema?.()).resolves.toBeUndefined();
    await sql`alter table auth.session rename column user_agent to agent`.execute(house.app.db);
    const { checkSchema: checkAgain } = await betterAuth(
      authenticationOptions({ ...house.app, passwords: costlyPasswords }),
    ).$context;
    await expect(checkAgain?.()).rejects.toThrow(/user_agent/);
    await sql`alter table auth.session rename column agent to user_agent`.execute(house.app.db);
  });
});

describe('sign in', () => {
  it('opens a session for the right password, whatever the case of the address', async () => {
    const browser = new Caller(house);
    expect((await browser.signIn(' ANNA@nordlys.test')).status).toBe(200);
    expect((await browser.call(getSession, {})).body.user).toMatchObject({ name: 'Anna Dahl', email: ANNA });
    expect((await browser.call(listUsers, {})).status).toBe(200);
  });

  it('answers a wrong password, an unknown address and a disabled user alike', async () => {
    await sql`update app_user set disabled_at = now() where email = 'eva@nordlys.test'`.execute(house.app.db);
    const answers = [
      await new Caller(house).signIn(ANNA, 'not the password'),
      await new Caller(house).signIn('nobody@nordlys.test', 'not the password'),
      await new Caller(house).signIn('not an address', 'not the password'),
      await new Caller(house).signIn('eva@nordlys.test', PASSWORD),
    ];
    for (const { status, body } of answers) expect({ status, body }).toEqual({ status: 401, body: answers[0]!.body });
    expect(answers[0]!.body.code).toBe('wrong_credentials');
    expect(answers.map((answer) => answer.headers['set-cookie'])).toEqual([undefined, undefined, undefined, undefined]);
    const { rows } =
      await sql`select from auth.session s join app_user u on u.id = s.user_id where u.email like 'eva%'`.execute(
        house.app.db,
      );
    expect(rows).toEqual([]);
  });

  it('sets a cookie that scripts and other sites do not get, secure under https', async () => {
    const [plain] = [(await new Caller(house).signIn(ANNA)).headers['set-cookie']].flat();
    expect(plain).toMatch(/^fanfare\.session_token=.+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
    const secure = [(await new Caller(secureHouse).signIn(ANNA)).headers['set-cookie']].flat();
    for (const cookie of secure) expect(cookie).toMatch(/; Secure/);
    const caller = await signedIn(secureHouse, ANNA);
    expect(await isIn(caller)).toBe(true);
  });

  it('changes the session id, and the former session ends', async () => {
    const browser = await signedIn(house, ANNA);
    const former = new Caller(house);
    for (const [name, value] of browser.cookies) former.cookies.set(name, value);
    await browser.signIn(ANNA);
    expect(browser.cookies.get('fanfare.session_token')).not.toBe(former.cookies.get('fanfare.session_token'));
    expect(await isIn(browser)).toBe(true);
    expect(await isIn(former)).toBe(false);
  });

  it('ignores a session cookie that we did not sign', async () => {
    const browser = await signedIn(house, ANNA);
    const [token] = browser.cookies.get('fanfare.session_token')!.split('.');
    for (const forged of [token!, `${token}.`, `${token}.AAAA`, `${token}.${'A'.repeat(43)}=`, '.', '']) {
      const thief = new Caller(house);
      thief.cookies.set('fanfare.session_token', forged);
      expect((await thief.call(listUsers, {})).status).toBe(401);
    }
    expect(await isIn(browser)).toBe(true);
  });

  it('is refused from another site', async () => {
    const { statusCode } = await house.server.inject({
      method: 'POST',
      url: '/api/sign-in',
      payload: { email: ANNA, password: PASSWORD },
    });
    expect(statusCode).toBe(403);
  });
});

describe('after ten failures', () => {
  const guess = (caller: Caller) => caller.signIn(ANNA, 'not the password');

  it('makes the guesser wait and says how long, without locking the owner out', async () => {
    const guesser = new Caller(house, '198.51.100.7');
    for (let count = 0; count < 10; count += 1) expect((await guess(guesser)).status).toBe(401);
    const slowed = await guess(guesser);
    expect(slowed.status).toBe(429);
    expect(slowed.body.errors[0].params).toEqual({ seconds: 2 });
    expect(slowed.headers['retry-after']).toBe('2');
    expect((await new Caller(house, '203.0.113.5').signIn(ANNA)).status).toBe(200);
    house.clock.advance(2000);
    expect((await guess(guesser)).status).toBe(401);
    expect((await guess(guesser)).body.errors[0].params).toEqual({ seconds: 4 });
  });

  it('lets the right password in once the wait is over, and forgets after a quarter of an hour', async () => {
    const forgetful = new Caller(house);
    for (let count = 0; count < 10; count += 1) await guess(forgetful);
    expect((await forgetful.signIn(ANNA)).status).toBe(429);
    house.clock.advance(15 * 60 * 1000 + 1);
    for (let count = 0; count < 9; count += 1) expect((await guess(forgetful)).status).toBe(401);
    expect((await forgetful.signIn(ANNA)).status).toBe(200);
    expect((await guess(forgetful)).status).toBe(401);
  });

  it('knows the device that signed in before, though the guesser shares its address', async () => {
    const owner = await signedIn(house, ANNA);
    await owner.call(signOut, {});
    expect((await guess(owner)).status).toBe(401);
    const guesser = new Caller(house);
    for (let count = 0; count < 10; count += 1) await guess(guesser);
    expect((await guess(guesser)).status).toBe(429);
    expect((await owner.signIn(ANNA)).status).toBe(200);
  });

  it('lets no more than ten of forty guesses at the same moment through', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => guess(new Caller(house, '198.51.100.7'))));
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(10);
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(30);
  });

  it('treats an unknown address the same', async () => {
    const guesser = new Caller(house);
    for (let count = 0; count < 10; count += 1) await guesser.signIn('nobody@nordlys.test', 'x');
    expect((await guesser.signIn('nobody@nordlys.test', 'x')).status).toBe(429);
  });
});

describe('sessions die', () => {
  it('at sign-out', async () => {
    const browser = await signedIn(house, ANNA);
    const copy = new Caller(house);
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
    await browser.call(signOut, {});
    expect(browser.cookies.has('fanfare.session_token')).toBe(false);
    expect(await isIn(copy)).toBe(false);
  });

  it('at a new password: the others, not the one that changed it', async () => {
    const [here, there] = [await signedIn(house, ANNA), await signedIn(house, ANNA)];
    const wrong = await here.call(changePassword, { currentPassword: 'not it', newPassword: 'another long one' });
    expect(wrong.body.errors).toMatchObject([{ field: 'currentPassword', code: 'wrong_password' }]);
    expect(await isIn(there)).toBe(true);
    const right = await here.call(changePassword, { currentPassword: PASSWORD, newPassword: 'another long one' });
    expect(right.status).toBe(200);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect((await new Caller(house).signIn(ANNA, PASSWORD)).status).toBe(401);
    expect((await new Caller(house).signIn(ANNA, 'another long one')).status).toBe(200);
    await here.call(changePassword, { currentPassword: 'another long one', newPassword: PASSWORD });
  });

  it('when their time is over', async () => {
    const browser = await signedIn(house, ANNA);
    await sql`update auth.session set expires_at = now() - interval '1 second'`.execute(house.app.db);
    expect((await browser.call(listUsers, {})).status).toBe(401);
    expect(await isIn(browser)).toBe(false);
  });

  it('but not while they are used', async () => {
    const browser = await signedIn(house, ANNA);
    await sql`update auth.session set expires_at = now() + interval '5 days'`.execute(house.app.db);
    const { headers } = await browser.call(getSession, {});
    expect(String(headers['set-cookie'])).toContain('fanfare.session_token=');
    const { rows } = await sql<{
      days: number;
    }>`select extract(day from max(expires_at) - now())::int as days from auth.session`.execute(house.app.db);
    expect(rows[0]!.days).toBeGreaterThan(12);
  });
});
