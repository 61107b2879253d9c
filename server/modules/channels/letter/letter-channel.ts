import type { Press } from '../../layouts/index.ts';
import type { IssuingChannel } from '../channel.ts';
import { issueLetters } from './issue-letters.ts';

/** Printed letters: a run is one sealed batch, in postal order behind a cover sheet. */
export const createLetterChannel = ({ press }: { press: Press }): IssuingChannel => ({
  shape: 'issue',
  name: 'letter',
  issue: (tx, run) => issueLetters(press, tx, run),
});
