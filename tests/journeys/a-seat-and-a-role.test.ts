import { beforeAll, expect, test } from 'vitest';
import {
  acceptInvitation,
  getSeats,
  inviteUser,
  listUsers,
  setSeat,
  type User,
  updateInstallation,
} from '../../contract/access.ts';
import { type Campaign, createCampaign, getCampaign, updateCampaign } from '../../contract/campaigns.ts';
import { Caller, furnish, PASSWORD, signedIn, testHouse } from '../support/house.ts';

const house = testHouse();
let anna: Caller;
let cyprian: Caller;
let dominique: Caller;
let spring: Campaign;

const row = async (name: string): Promise<User> =>
  (await anna.call(listUsers, { search: name })).body.rows.find((user) => user.name.startsWith(name))!;

beforeAll(async () => {
  await furnish(house);
  anna = await signedIn(house, 'anna@nordlys.test');
  cyprian = await signedIn(house, 'cyprian@nordlys.test');
  dominique = await signedIn(house, 'dominique@nordlys.test');
});

test('O27: the module is bought for a number of users, never fewer than have it', async () => {
  expect((await anna.call(updateInstallation, { seats: 3 })).body.seats).toBe(3);
  expect((await anna.call(getSeats, {})).body).toEqual({ given: 3, seats: 3 });
  const fewer = await anna.call(updateInstallation, { seats: 2 });
  expect([fewer.status, fewer.body.errors[0].field]).toEqual([409, 'seats']);
  expect((await cyprian.call(updateInstallation, { seats: 100 })).status).toBe(403);
});

test('O28: without a seat there are no campaigns to make; the administrator gives one in the user’s row while there are any', async () => {
  expect((await dominique.call(createCampaign, { name: 'Without a seat' })).status).toBe(403);
  const { id } = await row('Dominique');
  const refused = await anna.call(setSeat, { id, seat: true });
  expect(refused.status).toBe(409);
  expect(refused.body.errors).toMatchObject([{ code: 'no_seat_left', params: { given: 3, seats: 3 } }]);
  expect((await row('Dominique')).seat).toBe(false);

  await anna.call(updateInstallation, { seats: 4 });
  expect((await anna.call(setSeat, { id, seat: true })).body).toMatchObject({ name: 'Dominique Petit', seat: true });
  expect((await dominique.call(createCampaign, { name: 'With a seat' })).status).toBe(200);
  const fifth = { name: 'Finn Berg', email: 'finn@nordlys.test', role: 'marketer', seat: true } as const;
  expect((await anna.call(inviteUser, fifth)).body.code).toBe('no_seat_left');
  expect(await row('Finn')).toBeUndefined();
});

test('an invited colleague chooses a password and has what the role gives, no more', async () => {
  const invitation = await anna.call(inviteUser, { name: 'Finn Berg', email: 'finn@nordlys.test', role: 'viewer' });
  const token = new URL(invitation.body.link).pathname.split('/').at(-1)!;
  const finn = new Caller(house);
  expect((await finn.call(acceptInvitation, { token, password: PASSWORD })).status).toBe(200);
  expect((await finn.call(createCampaign, { name: 'A look around' })).status).toBe(403);
  expect((await new Caller(house).call(acceptInvitation, { token, password: PASSWORD })).status).not.toBe(200);
});

test('E13: whoever owns a campaign answers for it and may edit it; a colleague in sales who does not own it may not', async () => {
  spring = (await cyprian.call(createCampaign, { name: 'Spring' })).body;
  expect(spring.owner.name).toBe('Cyprian Nowak');
  const asRead = { id: spring.id, updatedAt: spring.updatedAt };
  expect((await dominique.call(updateCampaign, { ...asRead, goal: 'Mine now' })).status).toBe(403);
  expect((await dominique.call(getCampaign, { id: spring.id })).body.may).toMatchObject({ edit: false, run: false });

  const { id: ownerId } = await row('Dominique');
  const handedOver = await cyprian.call(updateCampaign, { ...asRead, ownerId });
  expect(handedOver.body.owner.name).toBe('Dominique Petit');
  const { updatedAt } = handedOver.body;
  const edited = await dominique.call(updateCampaign, { id: spring.id, updatedAt, goal: 'Fill the workshop' });
  expect(edited.body).toMatchObject({ goal: 'Fill the workshop', may: { edit: true, run: true } });
});

test('O28, E13: a seat taken back closes the campaigns to its holder at once, an owner too', async () => {
  const { id } = await row('Dominique');
  await anna.call(setSeat, { id, seat: false });
  const { updatedAt } = (await anna.call(getCampaign, { id: spring.id })).body;
  expect((await dominique.call(updateCampaign, { id: spring.id, updatedAt, goal: 'Once more' })).status).toBe(403);
});
