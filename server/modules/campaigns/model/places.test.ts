import { describe, expect, it } from 'vitest';
import { type AnswerVerdict, verdictOn } from './places.ts';

const now = new Date('2026-05-01T10:00:00Z');
const later = new Date('2026-05-02T10:00:00Z');
const room = { places: 2, waitingList: true, placed: 1 };
const given = { answer: 'yes', before: null, room, closesAt: later, now } as const;

describe('O20: what an answer brings', () => {
  it.each<[string, Parameters<typeof verdictOn>[0], AnswerVerdict]>([
    ['a place while there are any', given, { standing: 'placed' }],
    ['a place where there is room for all', { ...given, room: { ...room, places: null } }, { standing: 'placed' }],
    ['waiting when all are taken', { ...given, room: { ...room, placed: 2 } }, { standing: 'waiting' }],
    [
      'a refusal where nobody waits',
      { ...given, room: { ...room, placed: 2, waitingList: false } },
      { refused: 'full' },
    ],
    ['nothing to hold for a no', { ...given, answer: 'no' }, { standing: null }],
    ['nothing to hold for a maybe', { ...given, answer: 'maybe', room: { ...room, placed: 2 } }, { standing: null }],
    [
      'what one has, said twice',
      { ...given, before: { answer: 'yes', standing: 'placed' }, room: { ...room, placed: 2 } },
      { standing: 'placed' },
    ],
    [
      'the end of the queue for a no that becomes a yes',
      { ...given, before: { answer: 'no', standing: null }, room: { ...room, placed: 2 } },
      { standing: 'waiting' },
    ],
    ['a refusal when it is too late', { ...given, closesAt: now }, { refused: 'closed' }],
  ])('%s', (_, answer, verdict) => expect(verdictOn(answer)).toEqual(verdict));
});
