import { describe, expect, test } from 'vitest';
import { dotRecord, keyText, nothingFound, replyRecord, settleFromJournal, takeIn } from './journal.ts';

const attempt = { runId: '202611000000001', no: 7, attemptNo: 2 };
const key = keyText(attempt);
const readAll = (text: string, wanted = [key]) => {
  const found = nothingFound();
  for (const record of text.split('\n')) takeIn(found, record, new Set(wanted));
  return found;
};
const readJournal = (text: string) => readAll(text).entries;

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

  test('an answer stands, also where its dot is read later', () => {
    const outcome = { state: 'sent', reply: '250 ok' } as const;
    const entries = readJournal(replyRecord(key, outcome) + dotRecord(key));
    expect(settleFromJournal(entries.get(key))).toEqual(outcome);
  });

  test.each([
    ['an answer that breaks off', `R ${key} {"state":"sent","reply":"250 o`],
    ['an answer in no words of ours', `R ${key} {"state":"gone"}`],
    ['an answer that is nothing', `R ${key} null`],
    ['a hole in front of it', `\0\0\0\0D ${key}`],
    ['two that ran into each other', `R 7 1\0\0 3 4 1D ${key}`],
  ])('F4: a damaged record (%s) is a dot without a reply, and is counted', (_, damaged) => {
    const { entries, unreadable } = readAll(`${damaged}\n`);
    expect(settleFromJournal(entries.get(key))).toMatchObject({ state: 'unknown' });
    expect(unreadable).toBe(1);
  });

  test('a damaged record of nobody is passed over, and an answer before it stands', () => {
    const outcome = { state: 'sent', reply: '250 ok' } as const;
    const { entries, unreadable } = readAll(`${replyRecord(key, outcome)}R 2026\nR ${key} {"sta\n`);
    expect(settleFromJournal(entries.get(key))).toEqual(outcome);
    expect(unreadable).toBe(2);
  });

  test('attempts of one line are told apart', () => {
    const entries = readJournal(dotRecord(keyText({ ...attempt, attemptNo: 1 })));
    expect(settleFromJournal(entries.get(key))).toMatchObject({ state: 'untouched' });
  });
});
