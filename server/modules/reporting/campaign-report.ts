import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import { FACTS, type campaignReport as reportEndpoint } from '../../../contract/runs.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { showRuns } from '../delivery/index.ts';
import { readDelivered, readExclusions, readFacts, readLinks, readReasons, readSums } from './campaign-report.views.ts';
import { readTimeline } from './campaign-timeline.views.ts';
import { ratesOf } from './model/rates.ts';

type Report = OutputOf<typeof reportEndpoint>;

/** What happened, in one answer: the waterfall grown by what came back. The same numbers as the runs and their lists. */
export const campaignReport = async (
  { db }: { db: Db },
  actor: Actor,
  { id, actionId }: InputOf<typeof reportEndpoint>,
): Promise<Report> => {
  authorise(actor, 'campaign.see');
  const of = { campaignId: id, actionId };
  const [runs, sums, excludedBy, failedBy, droppedBy, links, timeline, counts, reached] = await Promise.all([
    showRuns(db, actionId ? { actionId } : { campaignId: id }),
    readSums(db, of),
    readExclusions(db, of),
    readReasons(db, of, 'failed'),
    readReasons(db, of, 'dropped'),
    readLinks(db, of),
    readTimeline(db, of),
    readFacts(db, of),
    readDelivered(db, of),
  ]);
  const facts = FACTS.map(
    (fact) => counts.find((one) => one.fact === fact) ?? { fact, human: 0, machine: 0, unknown: 0, lines: 0 },
  );
  const lines = (fact: (typeof FACTS)[number]) => facts.find((one) => one.fact === fact)?.lines ?? 0;
  const bounced = lines('bounced');
  const { delivered, tracked } = reached;
  return {
    sums,
    excludedBy,
    failedBy,
    droppedBy,
    facts,
    delivered,
    tracked,
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
    runs,
  };
};
