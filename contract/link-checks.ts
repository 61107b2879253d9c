import { z } from 'zod';
import { Variants } from './content.ts';
import { endpoint } from './endpoint.ts';

/**
 * `moved`: it leads on for good to another address, which answers. `refused`: the server answers, and gives the page to no program or is
 * itself in trouble. `unreachable`: nobody answers. `insecure`: the server cannot prove who it is, so browsers warn. `inside`: an address of the sender's own network, which no recipient reaches and nobody
 * tries. `untried`: there was no time left.
 */
export const LINK_STATES = [
  'ok',
  'moved',
  'not_found',
  'refused',
  'unreachable',
  'insecure',
  'inside',
  'untried',
] as const;
export type LinkState = (typeof LINK_STATES)[number];

export const TriedLink = z.object({
  url: z.string(),
  /** The words that are clicked; empty where the address stands in the text. */
  label: z.string(),
  state: z.enum(LINK_STATES),
  /** What the last server answered; null where none did. */
  status: z.number().int().nullable(),
  /** Where it leads in the end, if elsewhere. */
  at: z.string().nullable(),
});
export type TriedLink = z.output<typeof TriedLink>;

export const tryLinks = endpoint({
  name: 'tryLinks',
  method: 'POST',
  path: '/api/content/links',
  tag: 'Content',
  summary: 'Try the links of a message, as it is written now; those with a field in them are left out',
  input: z.object({
    variants: Variants,
    /** Ask again what was answered a moment ago. */
    again: z.boolean().default(false),
  }),
  output: z.object({ links: z.array(TriedLink) }),
});
