import { z } from 'zod';
import { Audience } from './audience.ts';
import { endpoint } from './endpoint.ts';
import { ActionId, CampaignId, ContactId } from './ids.ts';
import { Moment } from './moment.ts';
import { PageInput, pageOf } from './paging.ts';
import { Pace } from './track-pace.ts';

export const TrackId = z.uuid().brand<'track'>();
export type TrackId = z.output<typeof TrackId>;
export const EnrolmentId = z
  .string()
  .regex(/^\d{1,18}$/)
  .brand<'enrolment'>();
export type EnrolmentId = z.output<typeof EnrolmentId>;

/** The kinds whose actions are messages of tracks: track after track, or side by side. */
export const PROFILED_KINDS = ['sequential', 'parallel'] as const;
export const isProfiled = (kind: string): boolean => (PROFILED_KINDS as readonly string[]).includes(kind);

export const JOININGS = ['live', 'once'] as const;
/** What a message that failed or came back does to the next. */
export const AFTER_FAILURE = ['go_on', 'wait', 'leave'] as const;
export const ENROLMENT_STATES = ['queued', 'active', 'held', 'finished', 'left'] as const;
export const EnrolmentState = z.enum(ENROLMENT_STATES);
export const WAITS_FOR = ['open', 'failed', 'excluded', 'pressure', 'unready'] as const;
export const LEFT_FOR = ['by_hand', 'unsubscribed', 'failed', 'interest_gone', 'holdout', 'gone'] as const;

const Count = z.number().int();

export const TrackMessage = z.object({
  actionId: ActionId,
  name: z.string(),
  subject: z.string(),
  /** Something can be read in it. */
  written: z.boolean(),
  planned: Count,
  sent: Count,
  failed: Count,
  opened: Count,
  clicked: Count,
});
export type TrackMessage = z.output<typeof TrackMessage>;

export const Track = z.object({
  id: TrackId,
  name: z.string(),
  interest: z.string().nullable(),
  afterFailure: z.enum(AFTER_FAILURE),
  messages: z.array(TrackMessage),
  /** How many people stand where. */
  people: z.object({ queued: Count, active: Count, held: Count, finished: Count, left: Count }),
  /** Of those who are in it: how many follow an earlier version. */
  onEarlierVersion: Count,
});
export type Track = z.output<typeof Track>;

export const TrackPlan = z.object({
  audience: Audience,
  joining: z.enum(JOININGS),
  againAfterDays: z.number().int().min(1).max(3660).nullable(),
  pace: Pace,
});
export type TrackPlan = z.output<typeof TrackPlan>;

/** A profiled campaign: who comes in, at what pace, and the tracks in their order. */
export const Tracks = z.object({
  plan: TrackPlan.extend({ updatedAt: Moment }),
  tracks: z.array(Track),
  /** The interests that contacts may have. */
  interests: z.array(z.object({ value: z.string(), label: z.string() })),
  /** The company’s time zone. */
  timeZone: z.string(),
});
export type Tracks = z.output<typeof Tracks>;

const tag = 'Tracks';
const One = z.object({ id: CampaignId });

export const getTracks = endpoint({
  name: 'getTracks',
  method: 'GET',
  path: '/api/campaigns/:id/tracks',
  tag,
  summary: 'The tracks of a profiled campaign with their messages and what became of them',
  input: One,
  output: Tracks,
});

export const updateTrackPlan = endpoint({
  name: 'updateTrackPlan',
  method: 'PATCH',
  path: '/api/campaigns/:id/track-plan',
  tag,
  summary: 'Change who comes into a profiled campaign and how fast it goes',
  input: One.extend(TrackPlan.partial().shape),
  output: Tracks,
});

export const TrackDraft = z.object({
  /** Absent: a new track. */
  id: TrackId.optional(),
  name: z.string().trim().max(100),
  interest: z.string().max(100).nullable().default(null),
  afterFailure: z.enum(AFTER_FAILURE).default('go_on'),
  messages: z
    .array(z.object({ /** Absent: a new message. */ actionId: ActionId.optional(), name: z.string().trim().max(100) }))
    .max(200),
});
export type TrackDraft = z.output<typeof TrackDraft>;

export const saveTracks = endpoint({
  name: 'saveTracks',
  method: 'PUT',
  path: '/api/campaigns/:id/tracks',
  tag,
  summary: 'Set the tracks and the order of their messages; says what becomes of those who are in them',
  input: One.extend({
    tracks: z.array(TrackDraft).max(50),
    /** Those under way stay on the version they began, or move to this one and pass over what they had. */
    underWay: z.enum(['stay', 'move']).default('stay'),
    /** Those who are through get what is new, or rest. */
    through: z.enum(['rest', 'receive']).default('rest'),
  }),
  output: Tracks,
});

export const addInterest = endpoint({
  name: 'addInterest',
  method: 'POST',
  path: '/api/interests',
  tag,
  summary: 'Add an interest that contacts may have: a choice of their field “interests”',
  input: z.object({ label: z.string().trim().min(1).max(100) }),
  output: z.object({ value: z.string() }),
});

const move = (verb: 'start' | 'hold' | 'resume' | 'end', summary: string) =>
  endpoint({
    name: `${verb}Tracks`,
    method: 'POST',
    path: `/api/campaigns/:id/tracks/${verb}`,
    tag,
    summary,
    input: One,
    output: Tracks,
  });

export const startTracks = move(
  'start',
  'Start a profiled campaign: those who match come in, the first messages follow',
);
export const holdTracks = move('hold', 'Pause a profiled campaign: nothing more is sent until it is resumed');
export const resumeTracks = move('resume', 'Let a paused profiled campaign go on');
export const endTracks = move('end', 'End a profiled campaign; everybody keeps his place should it be started again');

export const countComing = endpoint({
  name: 'countComing',
  method: 'GET',
  path: '/api/campaigns/:id/tracks/coming',
  tag,
  summary: 'How many people would come in now',
  input: One,
  output: z.object({ people: Count }),
});

export const Enrolment = z.object({
  id: EnrolmentId,
  contactId: ContactId,
  name: z.string(),
  email: z.string().nullable(),
  track: z.string(),
  state: EnrolmentState,
  step: Count,
  steps: Count,
  next: z.string().nullable(),
  nextAt: Moment.nullable(),
  waitsFor: z.enum(WAITS_FOR).nullable(),
  leftFor: z.enum(LEFT_FOR).nullable(),
  since: Moment,
});
export type Enrolment = z.output<typeof Enrolment>;

export const listEnrolments = endpoint({
  name: 'listEnrolments',
  method: 'GET',
  path: '/api/campaigns/:id/enrolments',
  tag,
  summary: 'Who is in a profiled campaign, where he stands and what comes next',
  input: PageInput.extend({ id: CampaignId, trackId: TrackId.optional(), state: EnrolmentState.optional() }),
  output: pageOf(Enrolment),
});

export const settleEnrolments = endpoint({
  name: 'settleEnrolments',
  method: 'POST',
  path: '/api/campaigns/:id/enrolments',
  tag,
  summary: 'Bring people in by hand, pause them, let them go on or take them out, in every track of the campaign',
  input: One.extend({
    what: z.enum(['enrol', 'hold', 'resume', 'leave']),
    contactIds: z.array(ContactId).min(1).max(1000),
  }),
  output: z.object({ changed: Count }),
});

export const REHEARSAL_LIMIT = 200;

export const rehearseTracks = endpoint({
  name: 'rehearseTracks',
  method: 'GET',
  path: '/api/campaigns/:id/rehearsal',
  tag,
  summary: 'What one person will receive and when, as the campaign stands: a calendar by a simulated clock',
  input: One.extend({ contactId: ContactId, from: Moment.optional() }),
  output: z.object({
    /** By whose clock. */
    timeZone: z.string(),
    /** False: he would not come in now; the calendar shows what he would get if he did. */
    matches: z.boolean(),
    messages: z.array(
      z.object({
        at: Moment,
        /** When it was due, where contact pressure holds it until `at`. */
        heldFrom: Moment.nullable(),
        track: z.string(),
        step: Count,
        steps: Count,
        actionId: ActionId,
        name: z.string(),
      }),
    ),
  }),
});
