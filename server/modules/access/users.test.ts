import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  acceptInvitation,
  getInvitation,
  getSeats,
  getSession,
  inviteUser,
  listColleagues,
  listUsers,
  renewInvitation,
  setSeat,
  updateInstallation,
  updatePreferences,
  updateUser,
} from '../../../contract/access.ts';
import type { UserId } from '../../../contract/ids.ts';
import { emptierOf } from '../../../tests/support/emptier.ts';
import { Caller, furnish, signedIn, testHouse } from '../../../tests/support/house.ts';

const house = testHouse();
let anna: Caller;
let empty: () => Promise<void>;
const ids: Record<string, UserId> = {};

beforeAll(async () => {
  empty = await emptierOf(house.app.db);
});
beforeEach(async () => {
  await empty();
  await furnish(house);
  anna = await signedIn(house, 'anna@nordlys.test');
  for (const { id, name } of (await anna.call(listColleagues, {})).body.rows)
    ids[name.replace(/ .*/, '').toLowerCase()] = id;
});

const isIn = async (caller: Caller) => (await caller.call(getSession, {})).body.user !== null;
const seatsAre = (seats: number | null) => anna.call(updateInstallation, { seats });

describe('seats of the campaign module', () => {
  it('O27: are bought for a number of users', async () => {
    expect((await seatsAre(5)).body.seats).toBe(5);
    expect((await anna.call(getSeats, {})).body).toEqual({ given: 3, seats: 5 });
    const fewer = await seatsAre(2);
    expect(fewer.status).toBe(409);
    expect(fewer.body.errors).toMatchObject([{ field: 'seats', code: 'seats_in_use', params: { given: 3, seats: 2 } }]);
    expect((await seatsAre(null)).body.seats).toBeNull();
  });

  it('O28: are given to named users in the row of the user, no more than bought', async () => {
    await seatsAre(4);
    const given = await anna.call(setSeat, { id: ids['dominique']!, seat: true });
    expect(given.body).toMatchObject({ name: 'Dominique Petit', seat: true });
    const refused = await anna.call(setSeat, { id: ids['eva']!, seat: true });
    expect(refused.status).toBe(409);
    expect(refused.body.errors[0]).toMatchObject({ code: 'no_seat_left', params: { given: 4, seats: 4 } });
    expect(refused.body.title).toContain('4 of 4');
    await anna.call(setSeat, { id: ids['cyprian']!, seat: false });
    expect((await anna.call(setSeat, { id: ids['eva']!, seat: true })).status).toBe(200);
  });

  it('O28: go to exactly one of two who reach for the last at the same moment', async () => {
    await seatsAre(4);
    const answers = await Promise.all([
      anna.call(setSeat, { id: ids['dominique']!, seat: true }),
      anna.call(setSeat, { id: ids['eva']!, seat: true }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect((await anna.call(getSeats, {})).body.given).toBe(4);
  });

  it('O28: are counted for the invited too', async () => {
    await seatsAre(3);
    const person = { name: 'Finn Berg', email: 'finn@nordlys.test', role: 'marketer', seat: true } as const;
    expect((await anna.call(inviteUser, person)).body.code).toBe('no_seat_left');
    expect((await anna.call(listUsers, { search: 'finn' })).body.rows).toEqual([]);
  });

  it('O28: open the campaign module to their holder at once', async () => {
    const dominique = await signedIn(house, 'dominique@nordlys.test');
    expect((await dominique.call(getSession, {})).body.permissions).not.toContain('campaign.create');
    await anna.call(setSeat, { id: ids['dominique']!, seat: true });
    expect((await dominique.call(getSession, {})).body.permissions).toContain('campaign.create');
  });
});

describe('users', () => {
  it('are listed by page, found and sorted', async () => {
    const first = (await anna.call(listUsers, { limit: 2 })).body;
    expect(first.rows.map((row: { name: string }) => row.name)).toEqual(['Anna Dahl', 'Bo Lund']);
    expect(first.total).toBe(5);
    const second = (await anna.call(listUsers, { limit: 2, after: first.next ?? '' })).body;
    expect(second.rows.map((row: { name: string }) => row.name)).toEqual(['Cyprian Nowak', 'Dominique Petit']);
    const byRole = (await anna.call(listUsers, { sort: 'role', direction: 'desc', limit: 2 })).body;
    expect(byRole.rows.map((row: { role: string }) => row.role)).toEqual(['viewer', 'sales']);
    expect((await anna.call(listUsers, { search: '%' })).body.rows).toEqual([]);
    expect((await anna.call(listUsers, { after: 'nonsense' })).status).toBe(422);
    expect((await anna.call(listUsers, { sort: 'password' as 'name' })).status).toBe(422);
  });

  it('are managed by administrators only', async () => {
    const manager = await signedIn(house, 'bo@nordlys.test');
    const answers = [
      await manager.call(listUsers, {}),
      await manager.call(getSeats, {}),
      await manager.call(inviteUser, { name: 'X', email: 'x@example.com', role: 'admin' }),
      await manager.call(renewInvitation, { id: ids['anna']! }),
      await manager.call(updateUser, { id: ids['bo']!, role: 'admin' }),
      await manager.call(setSeat, { id: ids['eva']!, seat: true }),
      await manager.call(updateInstallation, { seats: 100 }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403, 403, 403, 403, 403]);
    expect((await manager.call(listColleagues, {})).body.rows).toHaveLength(5);
  });

  it('lose their sessions at once when disabled or given another role', async () => {
    const [bo, eva] = [await signedIn(house, 'bo@nordlys.test'), await signedIn(house, 'eva@nordlys.test')];
    await anna.call(updateUser, { id: ids['bo']!, role: 'marketer' });
    await anna.call(updateUser, { id: ids['eva']!, name: 'Eva Holm-Dahl' });
    expect([await isIn(bo), await isIn(eva)]).toEqual([false, true]);
    await anna.call(updateUser, { id: ids['eva']!, disabled: true });
    expect(await isIn(eva)).toBe(false);
    expect((await new Caller(house).signIn('eva@nordlys.test')).status).toBe(401);
    await anna.call(updateUser, { id: ids['eva']!, disabled: false });
    expect((await eva.signIn('eva@nordlys.test')).status).toBe(200);
  });

  it('give their seat back when disabled, and get none while they are', async () => {
    const disabled = await anna.call(updateUser, { id: ids['bo']!, disabled: true });
    expect(disabled.body).toMatchObject({ status: 'disabled', seat: false });
    expect((await anna.call(setSeat, { id: ids['bo']!, seat: true })).body.code).toBe('user_disabled');
  });

  it('always keep one active administrator', async () => {
    const demoted = await anna.call(updateUser, { id: ids['anna']!, role: 'viewer' });
    const disabled = await anna.call(updateUser, { id: ids['anna']!, disabled: true });
    expect([demoted.body.code, disabled.body.code]).toEqual(['last_admin', 'last_admin']);
    await anna.call(inviteUser, { name: 'Finn Berg', email: 'finn@nordlys.test', role: 'admin' });
    expect((await anna.call(updateUser, { id: ids['anna']!, disabled: true })).body.code).toBe('last_admin');
  });

  it('keep one of two administrators who demote each other at the same moment', async () => {
    await anna.call(updateUser, { id: ids['bo']!, role: 'admin' });
    const bo = await signedIn(house, 'bo@nordlys.test');
    const answers = await Promise.all([
      anna.call(updateUser, { id: ids['bo']!, role: 'viewer' }),
      bo.call(updateUser, { id: ids['anna']!, role: 'viewer' }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).not.toEqual([200, 200]);
    const { rows } = await sql`select from app_user where role = 'admin'`.execute(house.app.db);
    expect(rows).toHaveLength(1);
  });

  it('choose their own name, language and time zone', async () => {
    const eva = await signedIn(house, 'eva@nordlys.test');
    await eva.call(updatePreferences, { name: 'Eva H.', language: 'fr', timeZone: 'Europe/Paris' });
    expect((await eva.call(getSession, {})).body.user).toMatchObject({
      name: 'Eva H.',
      language: 'fr',
      timeZone: 'Europe/Paris',
    });
    await eva.call(updatePreferences, { language: null });
    expect((await eva.call(getSession, {})).body.user).toMatchObject({ name: 'Eva H.', language: 'nb' });
  });
});

describe('invitations', () => {
  const FINN = { name: 'Finn Berg', email: 'Finn@Nordlys.test', role: 'marketer', seat: true, language: 'pl' } as const;
  const tokenOf = (link: string) => link.replace('http://fanfare.test/invitation/', '');

  it('let the invited choose a password once, and sign them in', async () => {
    const { body } = await anna.call(inviteUser, FINN);
    expect(body.user).toMatchObject({ email: 'finn@nordlys.test', status: 'invited', seat: true });
    const token = tokenOf(body.link);
    const finn = new Caller(house);
    expect((await finn.call(getInvitation, { token })).body).toMatchObject({
      name: 'Finn Berg',
      email: 'finn@nordlys.test',
      company: 'Nordlys AS',
      language: 'pl',
    });
    expect((await finn.call(acceptInvitation, { token, password: 'short' })).body.errors[0].field).toBe('password');
    expect((await finn.call(acceptInvitation, { token, password: 'moje długie hasło' })).status).toBe(200);
    expect((await finn.call(getSession, {})).body.user).toMatchObject({
      name: 'Finn Berg',
      role: 'marketer',
      seat: true,
    });
    expect((await new Caller(house).signIn('finn@nordlys.test', 'moje długie hasło')).status).toBe(200);
    const again = await new Caller(house).call(acceptInvitation, { token, password: 'somebody else’s' });
    expect([again.status, again.body.code]).toEqual([404, 'invitation_gone']);
  });

  it('are used by one of two at the same moment', async () => {
    const token = tokenOf((await anna.call(inviteUser, FINN)).body.link);
    const answers = await Promise.all(
      ['first password', 'second password'].map((password) =>
        new Caller(house).call(acceptInvitation, { token, password }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 404]);
  });

  it('run out after a week, and a new link replaces the former', async () => {
    const { user, link } = (await anna.call(inviteUser, FINN)).body;
    const renewed = tokenOf((await anna.call(renewInvitation, { id: user.id })).body.link);
    expect((await new Caller(house).call(getInvitation, { token: tokenOf(link) })).body.code).toBe('invitation_gone');
    expect((await new Caller(house).call(getInvitation, { token: renewed })).status).toBe(200);
    house.clock.advance(7 * 24 * 60 * 60 * 1000);
    expect(
      (await new Caller(house).call(acceptInvitation, { token: renewed, password: 'long enough now' })).status,
    ).toBe(404);
  });

  it('end the old sessions of someone who lost the password', async () => {
    const eva = await signedIn(house, 'eva@nordlys.test');
    const token = tokenOf((await anna.call(renewInvitation, { id: ids['eva']! })).body.link);
    expect(await isIn(eva)).toBe(true);
    await new Caller(house).call(acceptInvitation, { token, password: 'et nytt passord' });
    expect(await isIn(eva)).toBe(false);
    expect((await new Caller(house).signIn('eva@nordlys.test', 'et nytt passord')).status).toBe(200);
  });

  it('end with the user being disabled', async () => {
    const { user, link } = (await anna.call(inviteUser, FINN)).body;
    await anna.call(updateUser, { id: user.id, disabled: true });
    expect((await anna.call(renewInvitation, { id: user.id })).body.code).toBe('user_disabled');
    await anna.call(updateUser, { id: user.id, disabled: false });
    expect((await new Caller(house).call(getInvitation, { token: tokenOf(link) })).status).toBe(404);
  });

  it('are refused for an address that is taken', async () => {
    const { status, body } = await anna.call(inviteUser, { ...FINN, email: 'EVA@nordlys.test' });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ field: 'email', code: 'email_taken' }]);
  });
});
