import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import { FACTS, type campaignReport as reportEndpoint } from '../../../contract/runs.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { showRuns } from '../delivery/index.ts';
import { readDelivered, readExclusions, readFacts, readLinks, readReasons, readSums } from './campaign-report.views.ts';
import { readTimeline } from './campaign-timeline.views.ts';
import type { Counted } from './counted-lines.ts';
import { ratesOf } from './model/rates.ts';

type Report = OutputOf<typeof reportEndpoint>;

/** What has to add up, of one moment: while a distribution goes, the next question finds more of it sent. */
const readLedger = (
  db: Db,
  of: Counted,
): Promise<Pick<Report, 'sums' | 'excludedBy' | 'failedBy' | 'droppedBy' | 'delivered' | 'tracked' | 'runs'>> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => ({
      sums: await readSums(tx, of),
      excludedBy: await readExclusions(tx, of),
      failedBy: await readReasons(tx, of, 'failed'),
      droppedBy: await readReasons(tx, of, 'dropped'),
      ...(await readDelivered(tx, of)),
      runs: await showRuns(tx, of.actionId ? { actionId: of.actionId } : { campaignId: of.campaignId }),
    }));

/** What happened, in one answer: the waterfall grown by what came back. The same numbers as the runs and their lists. */
export const campaignReport = async (
  { db }: { db: Db },
  actor: Actor,
  { id, actionId }: InputOf<typeof reportEndpoint>,
): Promise<Report> => {
  authorise(actor, 'campaign.see');
  const of = { campaignId: id, actionId };
  const [ledger, links, timeline, counts] = await Promise.all([
    readLedger(db, of),
    readLinks(db, of),
    readTimeline(db, of),
    readFacts(db, of),
  ]);
  const facts = FACTS.map(
    (fact) => counts.find((one) => one.fact === fact) ?? { fact, human: 0, machine: 0, unknown: 0, lines: 0 },
  );
  const lines = (fact: (typeof FACTS)[number]) => facts.find((one) => one.fact === fact)?.lines ?? 0;
  const bounced = lines('bounced');
  const { sums, delivered, tracked } = ledger;
  return {
    ...ledger,
    facts,
    rates: ratesOf({
      sent: sums.sent,
      bounced,
      delivered,
      tracked,
      openers: lines('opened'),
      clickers: lines('clicked'),
      unsubscribed: lines('unsubscribed'),
    }),
    links,
    timeline,
  };
};
