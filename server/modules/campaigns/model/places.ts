import type { Answer, Standing } from '../../../../contract/occasion.ts';

export interface Room {
  /** Null: as many as want to come. */
  places: number | null;
  waitingList: boolean;
  placed: number;
}

export type AnswerVerdict = { standing: Standing | null } | { refused: 'full' | 'closed' };

interface Given {
  answer: Answer;
  /** What was answered before. */
  before: { answer: Answer; standing: Standing | null } | null;
  room: Room;
  /** When the last answer is taken; null: there is no such time. */
  closesAt: Date | null;
  now: Date;
}

/** Whoever says yes again keeps what he has; a new yes gets a place, or waits where that is offered. */
export const verdictOn = ({ answer, before, room, closesAt, now }: Given): AnswerVerdict => {
  if (closesAt !== null && now >= closesAt) return { refused: 'closed' };
  if (answer !== 'yes') return { standing: null };
  if (before?.answer === 'yes') return { standing: before.standing };
  if (freePlaces(room) > 0) return { standing: 'placed' };
  return room.waitingList ? { standing: 'waiting' } : { refused: 'full' };
};

export const freePlaces = ({ places, placed }: Pick<Room, 'places' | 'placed'>): number =>
  places === null ? Number.POSITIVE_INFINITY : Math.max(0, places - placed);
