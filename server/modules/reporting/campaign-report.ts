import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import { FACTS, type campaignReport as reportEndpoint } from '../../../contract/runs.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { showRuns } from '../delivery/index.ts';
import { factCounts } from '../tracking/index.ts';
import { readExclusions, readLinks, readReasons, readSums, readTimeline } from './campaign-report.views.ts';
import { ratesOf } from './model/rates.ts';

type Report = OutputOf<typeof reportEndpoint>;

/** What happened, in one answer: the waterfall grown by what came back. The same numbers as the runs and their lists. */
export const campaignReport = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof reportEndpoint>,
): Promise<Report> => {
  authorise(actor, 'campaign.see');
  const runs = await showRuns(db, { campaignId: id });
  const counted = runs.filter((run) => run.mode !== 'test' && run.sealedAt !== null && run.state !== 'scheduled');
  const [sums, excludedBy, failedBy, droppedBy, links, timeline, counts] = await Promise.all([
    readSums(db, id),
    readExclusions(db, id),
    readReasons(db, id, 'failed'),
    readReasons(db, id, 'dropped'),
    readLinks(db, id),
    readTimeline(db, id),
    factCounts(
      db,
      counted.map((run) => run.id),
    ),
  ]);
  const facts = factsOf(counts);
  const total = (fact: string) => facts.find((one) => one.fact === fact);
  const bounced = sumOf(total('bounced'));
  const delivered = sums.sent - bounced;
  return {
    sums,
    excludedBy,
    failedBy,
    droppedBy,
    facts,
    delivered,
    tracked: delivered,
    rates: ratesOf({
      sent: sums.sent,
      bounced,
      tracked: delivered,
      openers: total('opened')?.human ?? 0,
      clickers: total('clicked')?.human ?? 0,
      unsubscribed: sumOf(total('unsubscribed')),
    }),
    links,
    timeline: timeline.map((hour) => ({ ...hour, hour: hour.hour.toISOString() })),
    runs,
  };
};

const sumOf = (fact: Report['facts'][number] | undefined): number =>
  fact ? fact.human + fact.machine + fact.unknown : 0;

const factsOf = (counts: Awaited<ReturnType<typeof factCounts>>): Report['facts'] =>
  FACTS.map((fact) => {
    const by = (actor: string) =>
      counts.filter((one) => one.kind === fact && one.actor === actor).reduce((sum, one) => sum + one.lines, 0);
    return { fact, human: by('human'), machine: by('machine'), unknown: by('unknown') };
  });
