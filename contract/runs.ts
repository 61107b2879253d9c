import { z } from 'zod';
import { ACCOUNT_CHANNELS } from './accounts.ts';
import { WaitingApproval } from './approvals.ts';
import { MessageFile } from './attachments.ts';
import { endpoint } from './endpoint.ts';
import {
  ActionId,
  AssetId,
  CampaignId,
  ContactId,
  LineNo,
  PartyId,
  PlannedActivityId,
  RunId,
  SendingAccountId,
} from './ids.ts';
import { Moment } from './moment.ts';
import { Ok, PageInput, pageOf } from './paging.ts';
import { MAX_PROOF_READERS } from './proof-readers.ts';
import { SendWindow } from './send-window.ts';

export const RUN_MODES = ['test', 'main', 'retry', 'tick'] as const;
export const RUN_STATES = [
  'planning',
  'generated',
  'scheduled',
  'sending',
  'paused',
  'finished',
  'stopped',
  'missed',
] as const;
export const RunState = z.enum(RUN_STATES);
export type RunState = z.output<typeof RunState>;

/** What a line is: excluded, or planned and then whatever its last outcome says. `open` has no final outcome yet. */
export const LINE_STATES = ['excluded', 'open', 'deferred', 'sent', 'failed', 'unknown', 'dropped'] as const;
export const LineState = z.enum(LINE_STATES);
export type LineState = z.output<typeof LineState>;

export const PARTY_KINDS = ['contact', 'company', 'lead'] as const;
export const PartyKind = z.enum(PARTY_KINDS);
export const Party = z.object({ kind: PartyKind, id: PartyId });
export type Party = z.output<typeof Party>;

/** The facts that may come back for a sent line. */
export const FACTS = [
  'bounced',
  'confirmed',
  'opened',
  'clicked',
  'replied',
  'answered',
  'complained',
  'unsubscribed',
  'converted',
  'reached',
  'not_reached',
  'call_back',
] as const;
export const Fact = z.enum(FACTS);

export const Reason = z.string().meta({ description: 'A code of the registry of reasons, such as no_consent' });
const Tally = z.object({ reason: Reason, lines: z.number().int() });

/** matched = planned + excluded; planned = sent + failed + dropped + unknown + open. */
export const Sums = z.object({
  matched: z.number().int(),
  planned: z.number().int(),
  excluded: z.number().int(),
  open: z.number().int(),
  deferred: z.number().int(),
  sent: z.number().int(),
  failed: z.number().int(),
  dropped: z.number().int(),
  unknown: z.number().int(),
});
export type Sums = z.output<typeof Sums>;

/** Lines that wait for their hours to begin, by the clock that decides. */
const Wait = z.object({ lines: z.number().int(), until: Moment, timeZone: z.string() });

export const Run = z.object({
  id: RunId,
  campaignId: CampaignId,
  actionId: ActionId,
  mode: z.enum(RUN_MODES),
  state: RunState,
  channel: z.string(),
  scope: z.enum(['all', 'hand']),
  sums: Sums,
  /** In the order of the gates. */
  excludedBy: z.array(Tally),
  pauseReason: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  /** Handed over per second over the last minute; null while nothing is being sent. */
  perSecond: z.number().nullable(),
  /** The hours it keeps to; null: it is sent at any time. */
  window: SendWindow.nullable(),
  /** Soonest first. */
  waits: z.array(Wait),
  generatedAt: Moment.nullable(),
  scheduledFor: Moment.nullable(),
  /** The date of the rule it stands for, where its action recurs. */
  occursAt: Moment.nullable(),
  sealedAt: Moment.nullable(),
  startedAt: Moment.nullable(),
  finishedAt: Moment.nullable(),
  createdAt: Moment,
});
export type Run = z.output<typeof Run>;

export const Line = z.object({
  runId: RunId,
  no: z.number().int(),
  partyKind: PartyKind,
  partyId: PartyId,
  role: z.enum(['own', 'office']),
  name: z.string(),
  companyName: z.string().nullable(),
  /** The assets that the line is about, by name. */
  assets: z.array(z.string()),
  address: z.string().nullable(),
  origin: z.enum(['rule', 'hand', 'import', 'copy', 'retry', 'test']),
  state: LineState,
  reason: Reason.nullable(),
  seen: z.string().nullable(),
  reply: z.string().nullable(),
  attempts: z.number().int(),
  nextAt: Moment.nullable(),
  at: Moment.nullable(),
  facts: z.array(Fact),
});
export type Line = z.output<typeof Line>;

const tag = 'Runs';
const OneAction = z.object({ id: ActionId });
const OneRun = z.object({ id: RunId });

export const countAction = endpoint({
  name: 'countAction',
  method: 'GET',
  path: '/api/actions/:id/count',
  tag,
  summary: 'How many lines of an action would be planned now: the number of the waterfall, sooner',
  input: OneAction.extend({ scope: z.enum(['all', 'hand']).default('all') }),
  output: z.object({ planned: z.number().int(), ms: z.number() }),
});

export const previewAction = endpoint({
  name: 'previewAction',
  method: 'GET',
  path: '/api/actions/:id/preview',
  tag,
  summary: 'The waterfall of an action as it would be planned now; writes nothing',
  input: OneAction.extend({ scope: z.enum(['all', 'hand']).default('all') }),
  output: z.object({
    matched: z.number().int(),
    planned: z.number().int(),
    excluded: z.array(Tally),
    sample: z.array(
      z.object({ partyKind: PartyKind, partyId: PartyId, name: z.string(), address: z.string().nullable() }),
    ),
    ms: z.number(),
  }),
});

export const whyParty = endpoint({
  name: 'whyParty',
  method: 'GET',
  path: '/api/actions/:id/why',
  tag,
  summary: 'Why a person or company is in or out: each rule with the value seen, then each gate in order',
  input: OneAction.extend({ partyKind: PartyKind, partyId: PartyId }),
  output: z.object({
    rules: z.array(
      z.object({ path: z.string(), sentence: z.string(), holds: z.boolean(), seen: z.string().nullable() }),
    ),
    lines: z.array(
      z.object({
        partyKind: PartyKind,
        partyId: PartyId,
        role: z.enum(['own', 'office']),
        /** Where there is a line for each asset. */
        assetId: AssetId.nullable(),
        address: z.string().nullable(),
        verdict: z.enum(['planned', 'excluded']),
        gates: z.array(z.object({ reason: Reason, passed: z.boolean(), seen: z.string().nullable() })),
      }),
    ),
  }),
});

export const generateSelection = endpoint({
  name: 'generateSelection',
  method: 'POST',
  path: '/api/actions/:id/generate',
  tag,
  summary:
    'Generate selection: write the recipient list; again replaces what was generated and keeps what was changed by hand',
  input: OneAction.extend({ scope: z.enum(['all', 'hand']).default('all') }),
  output: z.object({
    run: Run,
    /** Against the list that was there before, if any. */
    difference: z.object({ joined: z.number().int(), left: z.number().int() }).nullable(),
  }),
});

export const listRuns = endpoint({
  name: 'listRuns',
  method: 'GET',
  path: '/api/actions/:id/runs',
  tag,
  summary: 'The runs of an action, newest first',
  input: OneAction,
  output: z.array(Run),
});

export const getRun = endpoint({
  name: 'getRun',
  method: 'GET',
  path: '/api/runs/:id',
  tag,
  summary: 'A run with its live sums',
  input: OneRun,
  output: Run,
});

export const listLines = endpoint({
  name: 'listLines',
  method: 'GET',
  path: '/api/runs/:id/lines',
  tag,
  summary: 'The recipient list and log of a run: one row per intended recipient with its status and reason',
  input: PageInput.extend({
    id: RunId,
    state: LineState.optional(),
    /** Everyone planned, whatever became of him. */
    planned: z.stringbool().optional(),
    reason: Reason.optional(),
    partyKind: PartyKind.optional(),
    /** Only lines with this fact, by a human for opens and clicks. */
    fact: Fact.optional(),
    link: z.coerce.number().int().optional(),
  }),
  output: pageOf(Line),
});

export const pickByHand = endpoint({
  name: 'pickByHand',
  method: 'POST',
  path: '/api/actions/:id/hand-picks',
  tag,
  summary: 'Add people to an audience by hand, remove them, or take the hand’s decision back',
  input: OneAction.extend({ pick: z.enum(['added', 'removed', 'none']), parties: z.array(Party).min(1).max(10_000) }),
  output: Ok,
});

export const listHandPicks = endpoint({
  name: 'listHandPicks',
  method: 'GET',
  path: '/api/actions/:id/hand-picks',
  tag,
  summary: 'Who was added or removed by hand',
  input: OneAction,
  output: z.array(
    z.object({ kind: PartyKind, id: PartyId, name: z.string(), pick: z.enum(['added', 'removed']), at: Moment }),
  ),
});

export const sendTest = endpoint({
  name: 'sendTest',
  method: 'POST',
  path: '/api/actions/:id/test',
  tag,
  summary:
    'Send a test to myself, to colleagues or both, filled with the data of a chosen person; never counts in any statistic',
  input: OneAction.extend({
    /** An e-mail address, or for SMS a phone number. */
    to: z.string().trim().min(1).max(254),
    /** Colleagues who get the same, of an e-mail or an SMS. */
    alsoTo: z.array(z.string().trim().min(1).max(254)).max(MAX_PROOF_READERS).default([]),
    contactId: ContactId.nullable().default(null),
  }),
  output: Run,
});

export const distribute = endpoint({
  name: 'distribute',
  method: 'POST',
  path: '/api/actions/:id/distribute',
  tag,
  summary: 'Go: seal the recipient list (generated first if there is none) and send it',
  input: OneAction.extend({
    scope: z.enum(['all', 'hand']).default('all'),
    /** The number the person saw on the button; when the audience has changed since, nothing is sent and the new number is told. */
    expectedPlanned: z.number().int().nullable().default(null),
    /** A person has read that receivers may not trust the sender, and sends all the same. */
    senderConfirmed: z.boolean().optional(),
    /** An undo window before the first message leaves. */
    delaySeconds: z.number().int().min(0).max(600).default(0),
  }),
  output: Run,
});

const control = (verb: 'pause' | 'resume' | 'stop' | 'cancel', summary: string) =>
  endpoint({
    name: `${verb}Run`,
    method: 'POST',
    path: `/api/runs/:id/${verb}`,
    tag,
    summary,
    input: OneRun,
    output: Run,
  });

export const pauseRun = control('pause', 'Pause: no new message is begun once this answers');
export const resumeRun = control('resume', 'Resume exactly the rest');
export const stopRun = control('stop', 'Stop for good: what is still open is dropped with that reason');
export const cancelRun = control(
  'cancel',
  'Take back a distribution whose first message has not left, or whose start was missed: the list can be edited again',
);

export const rescheduleRun = endpoint({
  name: 'rescheduleRun',
  method: 'POST',
  path: '/api/runs/:id/reschedule',
  tag,
  summary: 'Begin a distribution whose start was missed, or is still to come, now or at another time',
  /** null: now. */
  input: OneRun.extend({ at: Moment.nullable() }),
  output: Run,
});

export const fetchFailed = endpoint({
  name: 'fetchFailed',
  method: 'POST',
  path: '/api/actions/:id/fetch-failed',
  tag,
  summary:
    'Fetch those who did not receive what was distributed (failed, bounced, dropped, unopened) into a new list that can be sent',
  input: OneAction.extend({
    what: z
      .array(z.enum(['failed', 'bounced', 'dropped', 'unopened']))
      .min(1)
      .default(['failed']),
  }),
  output: Run,
});

export const resendUnknown = endpoint({
  name: 'resendUnknown',
  method: 'POST',
  path: '/api/runs/:id/resend-unknown',
  tag,
  summary:
    'Send again what may or may not have arrived: may be a duplicate, same Message-ID, by a named person’s decision',
  input: OneRun.extend({ nos: z.array(LineNo).min(1).max(1000), confirmed: z.literal(true) }),
  output: Run,
});

export const getMessage = endpoint({
  name: 'getMessage',
  method: 'GET',
  path: '/api/runs/:id/lines/:no/message',
  tag,
  summary: 'The message exactly as this recipient received it',
  input: OneRun.extend({ no: LineNo }),
  output: z.object({
    subject: z.string(),
    from: z.string(),
    to: z.string(),
    messageId: z.string(),
    at: Moment.nullable(),
    html: z.string().nullable(),
    text: z.string(),
    headers: z.array(z.object({ name: z.string(), value: z.string() })),
    /** What went with it. */
    files: z.array(MessageFile),
  }),
});

export const getLine = endpoint({
  name: 'getLine',
  method: 'GET',
  path: '/api/runs/:id/lines/:no',
  tag,
  summary: 'One recipient’s line with every attempt, outcome and event in order',
  input: OneRun.extend({ no: LineNo }),
  output: Line.extend({
    history: z.array(
      z.object({ at: Moment, what: z.string(), detail: z.string().nullable(), actor: z.string().nullable() }),
    ),
  }),
});

const Rate = z.object({ value: z.number().nullable(), numerator: z.number().int(), denominator: z.number().int() });

/** The ledger of a campaign, or of one of its actions: sums over its main and retry runs, taking the last line of each retry chain. Tests never count. */
export const campaignReport = endpoint({
  name: 'campaignReport',
  method: 'GET',
  path: '/api/campaigns/:id/report',
  tag,
  summary: 'What happened: the waterfall grown by what came back, rates with their formula, links',
  input: z.object({ id: CampaignId, actionId: ActionId.optional() }),
  output: z.object({
    sums: Sums,
    excludedBy: z.array(Tally),
    failedBy: z.array(Tally),
    droppedBy: z.array(Tally),
    facts: z.array(
      z.object({
        fact: Fact,
        human: z.number().int(),
        machine: z.number().int(),
        unknown: z.number().int(),
        /** What counts, each line once: opens and clicks by humans, the other facts whoever brought them. */
        lines: z.number().int(),
      }),
    ),
    delivered: z.number().int(),
    /** Delivered lines that carried a pixel or tracked links. */
    tracked: z.number().int(),
    rates: z.object({ open: Rate, click: Rate, clickToOpen: Rate, bounce: Rate, unsubscribe: Rate }),
    links: z.array(
      z.object({
        url: z.string(),
        label: z.string(),
        people: z.number().int(),
        clicks: z.number().int(),
      }),
    ),
    /** The same numbers over time: lines sent, and first opens and clicks by humans. Times without anything are left out. */
    timeline: z.object({
      unit: z.enum(['hour', 'day', 'month']),
      points: z.array(
        z.object({ at: Moment, sent: z.number().int(), opened: z.number().int(), clicked: z.number().int() }),
      ),
    }),
    runs: z.array(Run),
  }),
});

/** What a worker waits for until somebody makes room. */
export const WaitReason = z.enum(['database_full', 'folder_full']);
export type WaitReason = z.infer<typeof WaitReason>;

export const listWorkers = endpoint({
  name: 'listWorkers',
  method: 'GET',
  path: '/api/workers',
  tag,
  summary: 'The worker processes that are alive',
  input: z.object({}),
  output: z.array(
    z.object({
      id: z.string(),
      host: z.string(),
      pid: z.number().int(),
      startedAt: Moment,
      heartbeatAt: Moment,
      /** Its clock against the database’s; nothing goes by it. */
      clockAheadMs: z.number().int(),
      sending: z.number().int(),
      /** Set while it cannot send because a disk is full. */
      waitsFor: WaitReason.nullable(),
    }),
  ),
});

export const getSendingHold = endpoint({
  name: 'getSendingHold',
  method: 'GET',
  path: '/api/workers/hold',
  tag,
  summary:
    'Why nothing is sent at all, if so: the database is a restored backup, no worker knows it, or a disk is full',
  input: z.object({}),
  output: z.object({
    /** null: nothing holds sending up. */
    reason: z.enum(['database_restored', 'unknown_host', ...WaitReason.options]).nullable(),
    /** The computer whose worker found it. */
    host: z.string().nullable(),
  }),
});

export const vouchForDatabase = endpoint({
  name: 'vouchForDatabase',
  method: 'POST',
  path: '/api/workers/vouch',
  tag,
  summary: 'Say that this database is the one to go on with; paused campaigns stay paused until each is resumed',
  input: z.object({}),
  output: Ok,
});

/** What now needs a person or is going on: the page Today. */
export const today = endpoint({
  name: 'today',
  method: 'GET',
  path: '/api/today',
  tag,
  summary: 'What runs now, what needs me, what happened since yesterday',
  input: z.object({}),
  output: z.object({
    running: z.array(Run.extend({ campaignName: z.string() })),
    unknown: z.array(
      z.object({ runId: RunId, campaignId: CampaignId, campaignName: z.string(), lines: z.number().int() }),
    ),
    pausedAccounts: z.array(
      z.object({ id: SendingAccountId, channel: z.enum(ACCOUNT_CHANNELS), name: z.string(), reason: z.string() }),
    ),
    finished: z.array(Run.extend({ campaignName: z.string() })),
    /** What the person who asks is to approve; none of his own. */
    approvals: z.array(WaitingApproval),
    /** What the person who asks has planned to do, due by the end of tomorrow or before. */
    activities: z.array(
      z.object({
        id: PlannedActivityId,
        campaignId: CampaignId,
        campaignName: z.string(),
        title: z.string(),
        dueAt: Moment,
      }),
    ),
    /** False until the first distribution: the page then shows the first steps. */
    sentBefore: z.boolean(),
  }),
});
