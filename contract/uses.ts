import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** What segments, campaigns and templates may name, and the settings may archive. */
export const NAMED_KINDS = ['custom_field', 'asset_type', 'interaction_type'] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

export const Use = z.object({ kind: z.enum(['segment', 'campaign', 'template']), id: z.uuid(), name: z.string() });
export type Use = z.output<typeof Use>;

export const listUses = endpoint({
  name: 'listUses',
  method: 'GET',
  path: '/api/uses/:of/:id',
  input: z.object({ of: z.enum(NAMED_KINDS), id: z.uuid() }),
  output: z.object({ uses: z.array(Use) }),
  summary:
    'The segments, unfinished campaigns and templates that name a custom field, an asset type or an interaction type',
  tag: 'Settings',
});
