import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CampaignId, PartyId } from './ids.ts';
import { Moment } from './moment.ts';
import { Ok, PageInput, pageOf } from './paging.ts';
import { PartyKind } from './runs.ts';

export const ANSWERS = ['yes', 'no', 'maybe'] as const;
export const Answer = z.enum(ANSWERS);
export type Answer = z.output<typeof Answer>;

/** A yes has a place, or waits for one. */
export const STANDINGS = ['placed', 'waiting'] as const;
export const Standing = z.enum(STANDINGS);
export type Standing = z.output<typeof Standing>;

/** What people are invited to. */
export const Occasion = z.object({
  title: z.string().trim().min(1).max(200),
  startsAt: Moment,
  endsAt: Moment,
  place: z.string().trim().max(500).default(''),
  /** Null: as many as want to come. */
  places: z.number().int().min(1).max(1_000_000).nullable().default(null),
  waitingList: z.boolean().default(true),
  /** Afterwards no answer is taken; null: until it begins. */
  answerUntil: Moment.nullable().default(null),
});
export type Occasion = z.output<typeof Occasion>;

const tag = 'Answers';
const OneCampaign = z.object({ id: CampaignId });

export const campaignAnswers = endpoint({
  name: 'campaignAnswers',
  method: 'GET',
  path: '/api/campaigns/:id/answers/summary',
  tag,
  summary: 'What people are invited to, and how many answered what',
  input: OneCampaign,
  output: z.object({
    occasion: Occasion.nullable(),
    yes: z.number().int(),
    no: z.number().int(),
    maybe: z.number().int(),
    placed: z.number().int(),
    waiting: z.number().int(),
    /** Sent to, and no answer yet. */
    silent: z.number().int(),
  }),
});

export const saveOccasion = endpoint({
  name: 'saveOccasion',
  method: 'PUT',
  path: '/api/campaigns/:id/occasion',
  tag,
  summary: 'Say what people are invited to; more places are given to those who wait, in their order',
  input: OneCampaign.extend(Occasion.shape),
  output: Ok,
});

export const listAnswers = endpoint({
  name: 'listAnswers',
  method: 'GET',
  path: '/api/campaigns/:id/answers',
  tag,
  summary: 'Who answered what, the last first',
  input: PageInput.extend({ id: CampaignId, answer: Answer.optional(), standing: Standing.optional() }),
  output: pageOf(
    z.object({
      kind: PartyKind,
      id: PartyId,
      name: z.string(),
      answer: Answer,
      standing: Standing.nullable(),
      answeredAt: Moment,
    }),
  ),
});

export const setAnswer = endpoint({
  name: 'setAnswer',
  method: 'PUT',
  path: '/api/campaigns/:id/answers/:kind/:party',
  tag,
  summary: 'Write down what somebody who was invited answered by other means, on the phone for example',
  input: OneCampaign.extend({ kind: PartyKind, party: PartyId, answer: Answer }),
  output: Ok,
});
