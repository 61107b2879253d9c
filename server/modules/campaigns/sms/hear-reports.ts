import type { RunId } from '../../../../contract/ids.ts';
import type { Tx } from '../../../platform/database/open-database.ts';
import { adoptReport, type OpenReport, settleReports, standingOfLines, takeOpenReports } from '../../channels/index.ts';
import { recordEvents } from '../../tracking/index.ts';

export const AT_ONCE = 500;

type Placed = OpenReport & { line: NonNullable<OpenReport['line']> };

const placed = async (tx: Tx, reports: readonly OpenReport[]): Promise<Placed[]> => {
  const found: Placed[] = [];
  for (const report of reports) {
    const line = report.line ?? (await adoptReport(tx, report));
    if (line) found.push({ ...report, line });
  }
  return found;
};

const nameOf = ({ runId, no }: Placed['line']): string => `${runId}.${no}`;

/**
 * Delivery reports become facts of their lines: confirmed once every part was delivered, bounced as soon as one was not. In any order, late
 * or twice the facts are the same. Answers how many reports were settled.
 */
export const hearReports = async (tx: Tx): Promise<number> => {
  const reports = await placed(tx, await takeOpenReports(tx, AT_ONCE));
  if (reports.length === 0) return 0;
  const lines = [...new Map(reports.map(({ line }) => [nameOf(line), line])).values()];
  const standing = new Map((await standingOfLines(tx, lines)).map((line) => [nameOf(line), line]));
  const facts = reports.flatMap((report) => {
    const found = standing.get(nameOf(report.line));
    if (!found || found.test || (report.state === 'delivered' && !found.whole)) return [];
    const kind = report.state === 'delivered' ? ('confirmed' as const) : ('bounced' as const);
    return [
      {
        runId: report.line.runId as RunId,
        no: report.line.no,
        eventId: kind,
        kind,
        actor: 'machine' as const,
        linkNo: null,
        at: report.at,
        evidence: { said: report.said },
      },
    ];
  });
  await recordEvents(tx, [...new Map(facts.map((fact) => [`${nameOf(fact)}.${fact.kind}`, fact])).values()]);
  await settleReports(
    tx,
    reports.map(({ id }) => id),
  );
  return reports.length;
};
