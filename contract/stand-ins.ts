import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { UserId } from './ids.ts';
import { Day } from './moment.ts';
import { Ok } from './paging.ts';

const tag = 'access';
const OneUser = z.object({ userId: UserId });

/** Who does somebody's work while he is away, from the first day to the last, on the company's clock. */
const Absence = z.object({ standInId: UserId, from: Day, until: Day });

export const getAbsence = endpoint({
  name: 'getAbsence',
  method: 'GET',
  path: '/api/users/:userId/absence',
  tag,
  summary: 'When somebody is away and who stands in; one’s own, or anybody’s for who manages users',
  input: OneUser,
  output: z.object({ absence: Absence.nullable() }),
});

export const setAbsence = endpoint({
  name: 'setAbsence',
  method: 'PUT',
  path: '/api/users/:userId/absence',
  tag,
  summary: 'Say when somebody is away and who stands in: messages are from the stand-in then, and work goes to him',
  input: OneUser.extend(Absence.shape),
  output: Ok,
});

export const clearAbsence = endpoint({
  name: 'clearAbsence',
  method: 'DELETE',
  path: '/api/users/:userId/absence',
  tag,
  summary: 'Say that somebody is there',
  input: OneUser,
  output: Ok,
});
