import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CampaignId, PartyId } from './ids.ts';
import { Moment } from './moment.ts';
import { Ok, PageInput, pageOf } from './paging.ts';
import { PartyKind } from './runs.ts';

/** What Fanfare tells somebody; the interface has a sentence for each. */
export const NOTICE_KINDS = [
  'run_finished',
  'answered',
  'called',
  'activity_given',
  'approval_asked',
  'approval_given',
  'approval_refused',
  'approval_void',
] as const;
export const NoticeKind = z.enum(NOTICE_KINDS);
export type NoticeKind = z.output<typeof NoticeKind>;

const NoticeId = z.string().regex(/^\d{1,18}$/);

export const Notice = z.object({
  id: NoticeId,
  kind: NoticeKind,
  at: Moment,
  readAt: Moment.nullable(),
  campaign: z.object({ id: CampaignId, name: z.string() }).nullable(),
  party: z.object({ kind: PartyKind, id: PartyId, name: z.string() }).nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type Notice = z.output<typeof Notice>;

const tag = 'Notices';

export const listNotices = endpoint({
  name: 'listNotices',
  method: 'GET',
  path: '/api/notices',
  tag,
  summary: 'What Fanfare told the person who asks, newest first',
  input: PageInput.pick({ after: true, limit: true }),
  output: pageOf(Notice),
});

export const countNotices = endpoint({
  name: 'countNotices',
  method: 'GET',
  path: '/api/notices/unread',
  tag,
  summary: 'How much of it is unread',
  input: z.object({}),
  output: z.object({ unread: z.number().int() }),
});

export const readNotices = endpoint({
  name: 'readNotices',
  method: 'POST',
  path: '/api/notices/read',
  tag,
  summary: 'Take note of some, or of all',
  input: z.object({
    /** Null: all. */
    ids: z.array(NoticeId).max(500).nullable(),
  }),
  output: Ok,
});
