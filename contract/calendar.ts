import { z } from 'zod';
import { ACTION_STATES, CampaignKind, DispatchChannel } from './campaigns.ts';
import { endpoint } from './endpoint.ts';
import { ActionId, CampaignId, PlannedActivityId, UserId } from './ids.ts';
import { Day, Moment } from './moment.ts';
import { RunState } from './runs.ts';

const tag = 'Calendar';

/** What stands in the calendar: an action at its planned time, a distribution, the messages of tracks that are due, what people are invited to, what somebody means to do, the first and the last day of a campaign. */
export const CALENDAR_KINDS = ['action', 'run', 'track', 'occasion', 'activity', 'begins', 'ends'] as const;
export const CalendarKind = z.enum(CALENDAR_KINDS);
export type CalendarKind = z.output<typeof CalendarKind>;

export const CalendarEntry = z.object({
  /** Unique in the answer. */
  key: z.string(),
  kind: CalendarKind,
  /** Of the company’s zone. */
  day: Day,
  /** Null: the whole day. */
  at: Moment.nullable(),
  endsAt: Moment.nullable(),
  campaignId: CampaignId,
  campaignName: z.string(),
  actionId: ActionId.nullable(),
  /** The action’s, the occasion’s or the activity’s; '' where there is none. */
  title: z.string(),
  /** The state of a run; `done` or `open` of an activity; '' of the rest. */
  state: z.string(),
  /** Recipients of a distribution, messages due of tracks. */
  count: z.number().int().nullable(),
});
export type CalendarEntry = z.output<typeof CalendarEntry>;

export const campaignCalendar = endpoint({
  name: 'campaignCalendar',
  method: 'GET',
  path: '/api/calendar',
  tag,
  summary: 'What all campaigns do on the days of a period, at their time in the company’s zone',
  input: z.object({
    from: Day,
    until: Day,
    /** Of the campaign; of an activity whoever is responsible too. */
    ownerId: UserId.optional(),
    campaignKind: CampaignKind.optional(),
    kind: CalendarKind.optional(),
  }),
  output: z.object({ timeZone: z.string(), today: Day, entries: z.array(CalendarEntry) }),
});

/** Why an action comes after another: its time, its group, or a rule that asks about it. */
export const DEPENDENCIES = ['time', 'group', 'rule'] as const;

export const PlannedAction = z.object({
  id: ActionId,
  position: z.number().int(),
  channel: DispatchChannel,
  name: z.string(),
  state: z.enum(ACTION_STATES),
  /** When it starts or started; null: when somebody sends it. */
  at: Moment.nullable(),
  /** When its last distribution was through. */
  endedAt: Moment.nullable(),
  /** It follows from other times that are not certain yet. */
  expected: z.boolean(),
  runState: RunState.nullable(),
  after: z.array(z.object({ actionId: ActionId, by: z.enum(DEPENDENCIES), hours: z.number().int().nullable() })),
});
export type PlannedAction = z.output<typeof PlannedAction>;

export const campaignPlan = endpoint({
  name: 'campaignPlan',
  method: 'GET',
  path: '/api/campaigns/:id/plan',
  tag,
  summary: 'The actions of a campaign on a time line, with what each waits for, and what is planned around them',
  input: z.object({ id: CampaignId }),
  output: z.object({
    timeZone: z.string(),
    actions: z.array(PlannedAction),
    occasion: z.object({ title: z.string(), startsAt: Moment, endsAt: Moment }).nullable(),
    activities: z.array(
      z.object({ id: PlannedActivityId, title: z.string(), dueAt: Moment, doneAt: Moment.nullable() }),
    ),
  }),
});
