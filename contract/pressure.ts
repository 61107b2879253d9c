import { z } from 'zod';
import { CONSENT_CHANNELS } from './consent.ts';
import { endpoint } from './endpoint.ts';
import { Ok } from './paging.ts';

const tag = 'Settings';

export const PressureRuleId = z.uuid().brand<'pressure_rule'>();
export type PressureRuleId = z.output<typeof PressureRuleId>;

/** What a rule counts and whom it holds back: marketing, or notices too. */
export const PRESSURE_PURPOSES = ['marketing', 'all'] as const;

const Fields = z.object({
  maxMessages: z.number().int().min(1).max(1000),
  days: z.number().int().min(1).max(366),
  /** Null: all channels together. */
  channel: z.enum(CONSENT_CHANNELS).nullable(),
  purposeClass: z.enum(PRESSURE_PURPOSES),
  active: z.boolean(),
});

/** At most so many messages to one person or firm within so many days, whatever campaign sends them. */
export const PressureRule = Fields.extend({ id: PressureRuleId });
export type PressureRule = z.output<typeof PressureRule>;

export const listPressureRules = endpoint({
  name: 'listPressureRules',
  method: 'GET',
  path: '/api/pressure-rules',
  tag,
  summary: 'The contact pressure rules, the strictest first',
  input: z.object({}),
  output: z.array(PressureRule),
});

export const createPressureRule = endpoint({
  name: 'createPressureRule',
  method: 'POST',
  path: '/api/pressure-rules',
  tag,
  summary: 'Add a contact pressure rule; lists generated from now on follow it',
  input: Fields.extend({
    channel: Fields.shape.channel.default(null),
    purposeClass: Fields.shape.purposeClass.default('marketing'),
    active: Fields.shape.active.default(true),
  }),
  output: z.object({ id: PressureRuleId }),
});

export const updatePressureRule = endpoint({
  name: 'updatePressureRule',
  method: 'PATCH',
  path: '/api/pressure-rules/:id',
  tag,
  summary: 'Change a contact pressure rule, or switch it on and off',
  input: Fields.partial().extend({ id: PressureRuleId }),
  output: Ok,
});

export const deletePressureRule = endpoint({
  name: 'deletePressureRule',
  method: 'DELETE',
  path: '/api/pressure-rules/:id',
  tag,
  summary: 'Delete a contact pressure rule',
  input: z.object({ id: PressureRuleId }),
  output: Ok,
});
