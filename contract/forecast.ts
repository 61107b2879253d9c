import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ActionId, RunId } from './ids.ts';
import { Moment } from './moment.ts';

/** What the range rests on: how fast it goes now, how fast earlier runs went, the account’s limit, or nothing yet. */
export const FORECAST_BASES = ['now', 'history', 'limit', 'guess'] as const;

/** goes_on: not through when its hours end; expires: given up before it has left; campaign_ends: not through on the campaign’s last day. */
export const FORECAST_WARNINGS = ['goes_on', 'expires', 'campaign_ends'] as const;

export const Forecast = z.object({
  /** Still to leave; what waits to be tried again is not among them. */
  lines: z.number().int(),
  /** Of other distributions, on the same sending account. */
  queue: z.number().int(),
  startsAt: Moment,
  /** null: not all of it before it is given up. */
  earliest: Moment.nullable(),
  latest: Moment.nullable(),
  basis: z.enum(FORECAST_BASES),
  perSecond: z.object({ slow: z.number(), fast: z.number() }),
  warnings: z.array(z.object({ code: z.enum(FORECAST_WARNINGS), lines: z.number().int(), at: Moment.nullable() })),
});
export type Forecast = z.output<typeof Forecast>;

const tag = 'Runs';

export const forecastAction = endpoint({
  name: 'forecastAction',
  method: 'GET',
  path: '/api/actions/:id/forecast',
  tag,
  summary: 'Between when and when an action would be through, were it launched as it is',
  input: z.object({
    id: ActionId,
    /** How many it would go to, where that is known; otherwise they are counted. */
    planned: z.coerce.number().int().min(0).optional(),
  }),
  output: Forecast,
});

export const forecastRun = endpoint({
  name: 'forecastRun',
  method: 'GET',
  path: '/api/runs/:id/forecast',
  tag,
  summary: 'Between when and when the rest of a distribution is through',
  input: z.object({ id: RunId }),
  output: Forecast,
});
