import { Forbidden } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';

/** Who calls is a person: the calls are held for him. */
export const agentOf = (actor: Actor): string => {
  authorise(actor, 'crm.edit');
  if (actor.userId === null) throw new Forbidden('crm.edit');
  return actor.userId;
};
