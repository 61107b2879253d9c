import type { OutputOf, SentTo } from '../../contract/endpoint.ts';
import type { listCampaignLines } from '../../contract/reporting.ts';
import type { campaignReport } from '../../contract/runs.ts';

type Filter = Omit<SentTo<typeof listCampaignLines>, 'id'>;

export interface ReportNumber {
  filter: Filter;
  count: number;
}

/** Every number of a campaign's report with the filter that opens its people. */
export const numbersOf = (report: OutputOf<typeof campaignReport>): ReportNumber[] => {
  const { sums, excludedBy, failedBy, droppedBy, facts, links } = report;
  const number = (count: number, filter: Filter): ReportNumber => ({ filter, count });
  const reasons = (state: 'excluded' | 'failed' | 'dropped', tallies: typeof failedBy) =>
    tallies.map(({ reason, lines }) => number(lines, { state, reason }));
  return [
    number(sums.matched, {}),
    number(sums.planned, { planned: 'true' }),
    ...(['excluded', 'open', 'deferred', 'sent', 'failed', 'dropped', 'unknown'] as const).map((state) =>
      number(sums[state], { state }),
    ),
    ...reasons('excluded', excludedBy),
    ...reasons('failed', failedBy),
    ...reasons('dropped', droppedBy),
    number(report.delivered, { delivered: 'true' }),
    number(report.tracked, { delivered: 'true', tracked: 'true' }),
    ...facts.flatMap(({ fact, lines, human, machine, unknown }) => [
      number(lines, { fact }),
      number(human, { fact, actor: 'human' }),
      number(machine, { fact, actor: 'machine' }),
      number(unknown, { fact, actor: 'unknown' }),
    ]),
    ...links.map(({ url, people }) => number(people, { fact: 'clicked', url })),
  ];
};
