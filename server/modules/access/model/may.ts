import type { UserId } from '../../../../contract/ids.ts';
import { type Permission, ROLE_PERMISSIONS, type Role, SEAT_PERMISSIONS } from '../../../../contract/permissions.ts';

/** Who acts: a signed-in person, or the system itself (a timed job, a command). */
export interface Actor {
  kind: 'user' | 'system';
  userId: UserId | null;
  name: string;
  role: Role;
  /** Has one of the campaign module's seats. */
  seat: boolean;
}

export const SYSTEM: Actor = { kind: 'system', userId: null, name: 'Fanfare', role: 'admin', seat: true };

/** What a right is asked about; the owner of a campaign may edit it whatever his role (E13), but needs a seat like everyone. */
export interface Subject {
  ownerId?: UserId | string | null;
}

const OWNER_MAY: readonly Permission[] = ['campaign.edit', 'campaign.run'];

/** Whether the actor may do this: his role says so, or he owns the subject; the campaign module also wants a seat. */
export const may = (actor: Actor, permission: Permission, subject: Subject = {}): boolean => {
  if (SEAT_PERMISSIONS.includes(permission) && !actor.seat) return false;
  if (ROLE_PERMISSIONS[actor.role].includes(permission)) return true;
  const owns = actor.userId !== null && subject.ownerId === actor.userId;
  return owns && actor.role !== 'viewer' && OWNER_MAY.includes(permission);
};
