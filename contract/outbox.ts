import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Moment } from './moment.ts';
import { PageInput, pageOf } from './paging.ts';

export const OutboxId = z.uuid();

export const OutboxRow = z.object({
  id: OutboxId,
  receivedAt: Moment,
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  bytes: z.number().int(),
});
export type OutboxRow = z.output<typeof OutboxRow>;

const tag = 'Outbox';

export const listOutbox = endpoint({
  name: 'listOutbox',
  method: 'GET',
  path: '/api/outbox',
  tag,
  summary: 'The messages that the outbox of this machine accepted, newest first; nothing of it left the machine',
  input: PageInput,
  output: pageOf(OutboxRow),
});

export const getOutboxMessage = endpoint({
  name: 'getOutboxMessage',
  method: 'GET',
  path: '/api/outbox/:id',
  tag,
  summary: 'One message of the outbox as a mail program would show it',
  input: z.object({ id: OutboxId }),
  output: OutboxRow.extend({
    messageId: z.string().nullable(),
    html: z.string().nullable(),
    text: z.string().nullable(),
    headers: z.array(z.object({ name: z.string(), value: z.string() })),
  }),
});
