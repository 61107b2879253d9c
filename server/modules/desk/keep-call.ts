import type { keepCall as endpoint } from '../../../contract/desk.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Conflict } from '../../platform/errors.ts';
import type { Actor } from '../access/index.ts';
import { keepHeld, putBack } from '../channels/index.ts';
import { agentOf } from './agent.ts';

type Input = InputOf<typeof endpoint>;

export const keepCall = async ({ db }: { db: Db }, actor: Actor, { id }: Input): Promise<{ ok: true }> => {
  if (!(await keepHeld(db, id, agentOf(actor)))) throw new Conflict('call_not_yours');
  return { ok: true };
};

export const leaveCall = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  { id }: Input,
): Promise<{ ok: true }> => {
  await putBack(db, id, agentOf(actor), clock.now());
  return { ok: true };
};
