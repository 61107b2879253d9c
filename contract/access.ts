import { z } from 'zod';
import { TRACKING_RULES } from './consent.ts';
import { endpoint } from './endpoint.ts';
import { UserId } from './ids.ts';
import { LANGUAGES } from './messages/languages.ts';
import { Currency, Moment } from './moment.ts';
import { Empty, Ok, PageInput, pageOf } from './paging.ts';
import { PERMISSIONS, ROLES } from './permissions.ts';

const tag = 'access';

const isTimeZone = (value: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
};

const PersonName = z.string().trim().min(1).max(200);
const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());
const NewPassword = z.string().min(10).max(128);
/** What somebody types to prove who they are: it may be anything. */
const TypedPassword = z.string().min(1).max(1000);
const TimeZone = z.string().max(60).refine(isTimeZone, 'invalid_time_zone');
const InterfaceLanguage = z.enum(LANGUAGES);
const UserRole = z.enum(ROLES);

const Installation = z.object({
  name: z.string(),
  language: InterfaceLanguage,
  currency: Currency,
  timeZone: z.string(),
  /** How many users may have the campaign module; null: as many as there are. */
  seats: z.number().int().nullable(),
  /** Whose opens and clicks are noticed: of everyone who did not object, of those who agreed, of nobody. */
  tracking: z.enum(TRACKING_RULES),
});

export const getSession = endpoint({
  name: 'getSession',
  method: 'GET',
  path: '/api/session',
  access: 'public',
  input: Empty,
  output: z.object({
    setupNeeded: z.boolean(),
    user: z
      .object({
        id: UserId,
        name: z.string(),
        email: z.string(),
        role: UserRole,
        seat: z.boolean(),
        /** The person's own, or the company's. */
        language: InterfaceLanguage,
        timeZone: z.string(),
        /** Wants the end of the distributions of his own by mail, too (Q26). */
        mailWhenFinished: z.boolean(),
      })
      .nullable(),
    permissions: z.array(z.enum(PERMISSIONS)),
    installation: Installation.nullable(),
  }),
  summary: 'Who is signed in, what they may do, and where',
  tag,
});

export const setUp = endpoint({
  name: 'setUp',
  method: 'POST',
  path: '/api/setup',
  access: 'public',
  input: z.object({
    name: PersonName,
    email: Email,
    password: NewPassword,
    company: PersonName,
    language: InterfaceLanguage,
    currency: Currency,
    timeZone: TimeZone,
  }),
  output: Ok,
  summary: 'First run: name the company and create its administrator; gone afterwards',
  tag,
});

export const signIn = endpoint({
  name: 'signIn',
  method: 'POST',
  path: '/api/sign-in',
  access: 'public',
  input: z.object({ email: z.string().trim().min(1).max(254), password: TypedPassword }),
  output: Ok,
  summary: 'Sign in; the session is a cookie',
  tag,
});

export const signOut = endpoint({
  name: 'signOut',
  method: 'POST',
  path: '/api/sign-out',
  access: 'public',
  input: Empty,
  output: Ok,
  summary: 'End the session',
  tag,
});

export const changePassword = endpoint({
  name: 'changePassword',
  method: 'POST',
  path: '/api/password',
  input: z.object({ currentPassword: TypedPassword, newPassword: NewPassword }),
  output: Ok,
  summary: 'Change one’s own password; every other session ends',
  tag,
});

export const updatePreferences = endpoint({
  name: 'updatePreferences',
  method: 'PATCH',
  path: '/api/preferences',
  input: z.object({
    name: PersonName.optional(),
    language: InterfaceLanguage.nullable().optional(),
    timeZone: TimeZone.nullable().optional(),
    mailWhenFinished: z.boolean().optional(),
  }),
  output: Ok,
  summary: 'One’s own name, language, time zone and mails; null follows the company',
  tag,
});

export const USER_STATUSES = ['active', 'invited', 'disabled'] as const;
export const USER_SORTS = ['name', 'email', 'role'] as const;

export const User = z.object({
  id: UserId,
  name: z.string(),
  email: z.string(),
  role: UserRole,
  /** Has one of the campaign module's seats. */
  seat: z.boolean(),
  language: InterfaceLanguage.nullable(),
  status: z.enum(USER_STATUSES),
  createdAt: Moment,
});
export type User = z.output<typeof User>;

export const listUsers = endpoint({
  name: 'listUsers',
  method: 'GET',
  path: '/api/users',
  input: PageInput.extend({ sort: z.enum(USER_SORTS).default('name'), status: z.enum(USER_STATUSES).optional() }),
  output: pageOf(User),
  summary: 'The users of this installation',
  tag,
});

export const listColleagues = endpoint({
  name: 'listColleagues',
  method: 'GET',
  path: '/api/colleagues',
  input: Empty,
  output: z.object({ rows: z.array(z.object({ id: UserId, name: z.string() })) }),
  summary: 'Names of those who can be chosen as owner or responsible',
  tag,
});

const Invitation = z.object({
  user: User,
  /** Shown once: it lets its holder choose the password. */
  link: z.string(),
  expiresAt: Moment,
});

export const inviteUser = endpoint({
  name: 'inviteUser',
  method: 'POST',
  path: '/api/users',
  input: z.object({
    name: PersonName,
    email: Email,
    role: UserRole,
    seat: z.boolean().default(false),
    language: InterfaceLanguage.nullable().default(null),
  }),
  output: Invitation,
  summary: 'Invite a user; answers a link that works once',
  tag,
});

export const renewInvitation = endpoint({
  name: 'renewInvitation',
  method: 'POST',
  path: '/api/users/:id/invitation',
  input: z.object({ id: UserId }),
  output: Invitation,
  summary: 'A new link for a user who lost the invitation or the password; the former link stops working',
  tag,
});

export const updateUser = endpoint({
  name: 'updateUser',
  method: 'PATCH',
  path: '/api/users/:id',
  input: z.object({
    id: UserId,
    name: PersonName.optional(),
    role: UserRole.optional(),
    language: InterfaceLanguage.nullable().optional(),
    /** Disabling ends every session and takes the seat back. */
    disabled: z.boolean().optional(),
  }),
  output: User,
  summary: 'Change a user; a new role ends their sessions',
  tag,
});

export const setSeat = endpoint({
  name: 'setSeat',
  method: 'PUT',
  path: '/api/users/:id/seat',
  input: z.object({ id: UserId, seat: z.boolean() }),
  output: User,
  summary: 'Give a user a seat of the campaign module, or take it back',
  tag,
});

export const getSeats = endpoint({
  name: 'getSeats',
  method: 'GET',
  path: '/api/seats',
  input: Empty,
  output: z.object({ given: z.number().int(), seats: z.number().int().nullable() }),
  summary: 'How many seats of the campaign module are given, and how many there are',
  tag,
});

const InvitationToken = z.string().min(1).max(200);

export const getInvitation = endpoint({
  name: 'getInvitation',
  method: 'GET',
  path: '/api/invitations/:token',
  access: 'public',
  input: z.object({ token: InvitationToken }),
  output: z.object({
    name: z.string(),
    email: z.string(),
    company: z.string(),
    language: InterfaceLanguage,
    expiresAt: Moment,
  }),
  summary: 'Whom an invitation is for',
  tag,
});

export const acceptInvitation = endpoint({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/api/invitations/:token',
  access: 'public',
  input: z.object({ token: InvitationToken, password: NewPassword }),
  output: Ok,
  summary: 'Choose the password and sign in; the invitation is used up',
  tag,
});

export const getInstallation = endpoint({
  name: 'getInstallation',
  method: 'GET',
  path: '/api/installation',
  input: Empty,
  output: Installation,
  summary: 'The company and its defaults',
  tag,
});

export const updateInstallation = endpoint({
  name: 'updateInstallation',
  method: 'PATCH',
  path: '/api/installation',
  input: z.object({
    name: PersonName.optional(),
    language: InterfaceLanguage.optional(),
    currency: Currency.optional(),
    timeZone: TimeZone.optional(),
    seats: z.number().int().min(0).max(1_000_000).nullable().optional(),
    tracking: z.enum(TRACKING_RULES).optional(),
  }),
  output: Installation,
  summary: 'Change the company, its defaults and its number of seats',
  tag,
});
