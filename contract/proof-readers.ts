import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ProofReaderId } from './ids.ts';
import { Ok } from './paging.ts';

/** How many a test goes to at most, besides whoever sends it. */
export const MAX_PROOF_READERS = 20;

const Address = z.string().trim().max(254).nullable().default(null);

/** A colleague who looks at tests of anybody here. */
export const ProofReader = z.object({
  id: ProofReaderId,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});
export type ProofReader = z.output<typeof ProofReader>;

const tag = 'Runs';

export const listProofReaders = endpoint({
  name: 'listProofReaders',
  method: 'GET',
  path: '/api/proof-readers',
  tag,
  summary: 'Whom tests can be sent to besides oneself, by name',
  input: z.object({}),
  output: z.object({ rows: z.array(ProofReader) }),
});

export const addProofReader = endpoint({
  name: 'addProofReader',
  method: 'POST',
  path: '/api/proof-readers',
  tag,
  summary: 'Put a colleague on the list of those who get tests, with an e-mail address, a phone number or both',
  input: z.object({ name: z.string().trim().min(1).max(200), email: Address, phone: Address }),
  output: ProofReader,
});

export const removeProofReader = endpoint({
  name: 'removeProofReader',
  method: 'DELETE',
  path: '/api/proof-readers/:id',
  tag,
  summary: 'Take a colleague off the list of those who get tests',
  input: z.object({ id: ProofReaderId }),
  output: Ok,
});
