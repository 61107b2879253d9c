import type { IssuingChannel } from '../channel.ts';
import { issueLetters, type LetterNeeds } from './issue-letters.ts';

/** Printed letters: a run is one sealed batch, in postal order behind a cover sheet. */
export const createLetterChannel = (needs: LetterNeeds): IssuingChannel => ({
  shape: 'issue',
  name: 'letter',
  issue: (tx, run) => issueLetters(needs, tx, run),
});
