import type { Permission } from '../../../contract/permissions.ts';
import { Forbidden } from '../../platform/errors.ts';
import { type Actor, may, type Subject } from './model/may.ts';

/** Throws Forbidden unless the actor may; every use case asks this first. */
export const authorise = (actor: Actor, permission: Permission, subject?: Subject): void => {
  if (!may(actor, permission, subject)) throw new Forbidden(permission);
};
