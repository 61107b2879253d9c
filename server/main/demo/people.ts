import type { UserId } from '../../../contract/ids.ts';
import type { Role } from '../../../contract/permissions.ts';
import type { App } from '../../app.ts';
import { type Actor, addUser, setUpInstallation } from '../../modules/access/index.ts';

export const PASSWORD = 'nordlys-demo';

interface Person {
  name: string;
  email: string;
  role: Role;
  seat: boolean;
  language: 'en' | 'nb' | 'pl' | 'fr';
}

const person = (name: string, role: Role, language: Person['language'], seat: boolean): Person => ({
  name,
  role,
  language,
  seat,
  email: `${name.split(' ')[0]!.toLowerCase()}@nordlysbil.example`,
});

const ADMIN = person('Ingrid Solberg', 'admin', 'en', true);
const MARKETER = person('Kari Nordmann', 'marketer', 'nb', true);
const OTHERS = [
  person('Ola Berg', 'manager', 'nb', true),
  person('Marte Lunde', 'sales', 'nb', false),
  person('Tomasz Zieliński', 'sales', 'pl', true),
  person('Camille Moreau', 'sales', 'fr', true),
  person('James Carter', 'sales', 'en', false),
  person('Eva Holm', 'viewer', 'nb', false),
];

export const LOGINS = [ADMIN, MARKETER, ...OTHERS].map(({ name, email, role }) => ({ name, email, role }));

export interface Staff {
  admin: Actor;
  marketer: Actor;
}

const actorFor = ({ name, role, seat }: Person, userId: UserId): Actor => ({ kind: 'user', userId, name, role, seat });

/** The company Nordlys Bil and those who work there. */
export const hireStaff = async (app: App): Promise<Staff> => {
  const adminId = await setUpInstallation(app, {
    ...ADMIN,
    password: PASSWORD,
    company: 'Nordlys Bil AS',
    currency: 'NOK',
    timeZone: 'Europe/Oslo',
  } as Parameters<typeof setUpInstallation>[1]);
  if (adminId === null) throw new Error('The demo has been set up already. Run it without --keep to begin anew.');
  const [marketerId] = await Promise.all(
    [MARKETER, ...OTHERS].map((one) => addUser(app, { ...one, timeZone: null, password: PASSWORD })),
  );
  return { admin: actorFor(ADMIN, adminId), marketer: actorFor(MARKETER, marketerId!) };
};

/** The same people when they are there already; null when nobody is. */
export const findStaff = async ({ db }: App): Promise<Staff | null> => {
  const rows = await db.selectFrom('appUser').select(['id', 'email']).execute();
  const idOf = ({ email }: Person) => rows.find((row) => row.email === email)?.id as UserId | undefined;
  const [adminId, marketerId] = [idOf(ADMIN), idOf(MARKETER)];
  if (adminId === undefined || marketerId === undefined) return null;
  return { admin: actorFor(ADMIN, adminId), marketer: actorFor(MARKETER, marketerId) };
};
