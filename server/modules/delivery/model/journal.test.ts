import { describe, expect, test } from 'vitest';
import { dotRecord, keyText, readJournal, replyRecord, settleFromJournal } from './journal.ts';

const attempt = { runId: '202611000000001', no: 7, attemptNo: 2 };
const key = keyText(attempt);

describe('the journal', () => {
  test('F2: an intent without a dot is planned again', () => {
    expect(settleFromJournal(readJournal('').get(key))).toMatchObject({ state: 'untouched' });
  });

  test('F4: a dot without a reply is unknown', () => {
    expect(settleFromJournal(readJournal(dotRecord(key)).get(key))).toMatchObject({ state: 'unknown' });
  });

  test('a reply is final, with the words of the peer', () => {
    const outcome = { state: 'sent', reply: '250 2.0.0 Ok: queued as "É\\n1"' } as const;
    const entries = readJournal(dotRecord(key) + replyRecord(key, outcome));
    expect(settleFromJournal(entries.get(key))).toEqual(outcome);
  });

  test('a torn last record counts as not written', () => {
    const torn = dotRecord(key) + replyRecord(key, { state: 'sent', reply: '250 ok' }).slice(0, -5);
    expect(settleFromJournal(readJournal(torn).get(key))).toMatchObject({ state: 'unknown' });
  });

  test('attempts of one line are told apart', () => {
    const entries = readJournal(dotRecord(keyText({ ...attempt, attemptNo: 1 })));
    expect(settleFromJournal(entries.get(key))).toMatchObject({ state: 'untouched' });
  });
});
