import { expect, test } from 'vitest';
import type { Report } from './model/receipt.ts';
import { ReportKeeper } from './report-keeper.ts';

const report = (gatewayId: string): Report => ({ gatewayId, number: null, state: 'delivered', said: '' });

test('what comes together is written together, what comes meanwhile after it, and a failure is told to those it hit alone', async () => {
  const written: string[] = [];
  const ends: ((failed: boolean) => void)[] = [];
  const keeper = new ReportKeeper((reports) => {
    written.push(reports.map(({ gatewayId }) => gatewayId).join(' '));
    return new Promise((resolve, reject) =>
      ends.push((failed) => (failed ? reject(new Error('the database is gone')) : resolve())),
    );
  });
  const first = ['a', 'b'].map((id) => keeper.keep(report(id)));
  await Promise.resolve();
  const second = ['c', 'd', 'e'].map((id) => keeper.keep(report(id)));
  expect(written).toEqual(['a b']);
  ends.shift()!(true);
  expect((await Promise.allSettled(first)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await Promise.resolve();
  expect(written).toEqual(['a b', 'c d e']);
  ends.shift()!(false);
  await Promise.all(second);
});
