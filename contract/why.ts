import { z } from 'zod';
import { ConsentRecord } from './consent.ts';
import { endpoint } from './endpoint.ts';
import { AssetId, PartyId, RunId } from './ids.ts';
import { Line, PartyKind, Reason, Run } from './runs.ts';

/** A condition before and now: null where it is not known, as nothing of the rest was written down or nobody is there to ask. */
const RuleSince = z.object({
  path: z.string(),
  sentence: z.string(),
  before: z.boolean().nullable(),
  now: z.boolean().nullable(),
  /** What it looks at now. */
  seen: z.string().nullable(),
});

/** Whether the gate let the line pass; null where it was not reached. */
const GateSince = z.object({
  reason: Reason,
  before: z.boolean().nullable(),
  beforeSeen: z.string().nullable(),
  now: z.boolean().nullable(),
  nowSeen: z.string().nullable(),
});

const Verdict = z.object({
  address: z.string().nullable(),
  verdict: z.enum(['planned', 'excluded']),
  /** The first gate that refuses, and what it sees. */
  reason: Reason.nullable(),
  seen: z.string().nullable(),
});

export const LineSince = z.object({
  partyKind: PartyKind,
  partyId: PartyId,
  role: Line.shape.role,
  assetId: AssetId.nullable(),
  /** As it is written down; null where there was no such line. */
  before: Verdict.extend({
    no: z.number().int(),
    origin: Line.shape.origin,
    consent: ConsentRecord.nullable(),
  }).nullable(),
  /** As the same question would be answered now; null where there would be no such line. */
  now: Verdict.nullable(),
  gates: z.array(GateSince),
});
export type LineSince = z.output<typeof LineSince>;

export const whyInRun = endpoint({
  name: 'whyInRun',
  method: 'GET',
  path: '/api/runs/:id/why',
  tag: 'Runs',
  summary:
    'Why somebody was in or out of a generated or sealed list, from what was written down, and what has changed since',
  input: z.object({ id: RunId, partyKind: PartyKind, partyId: PartyId }),
  output: z.object({
    run: Run.pick({ id: true, mode: true, state: true, generatedAt: true, sealedAt: true }),
    party: z.object({
      kind: PartyKind,
      /** The id it has now. */
      id: PartyId,
      /** Null when the record was deleted or erased. */
      name: z.string().nullable(),
      /** Since then the record was merged into another. */
      merged: z.boolean(),
    }),
    /** The audience, or a segment in it, is another one now. */
    edited: z.boolean(),
    rules: z.array(RuleSince),
    lines: z.array(LineSince),
  }),
});
