import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { packageRoot } from '../server/platform/package-root.ts';

export const REPORT_FILE = 'reports/vitest.json';

export interface ReportedTest {
  /** From the package folder, with slashes. */
  file: string;
  name: string;
  status: 'passed' | 'failed' | 'skipped';
}

interface Report {
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

/** The tests of the last `npm test`; empty when there was none. */
export function readReport(): ReportedTest[] {
  const path = join(packageRoot(), REPORT_FILE);
  mkdirSync(dirname(path), { recursive: true });
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return [];
  }
  return (JSON.parse(text) as Report).testResults.flatMap(testsOfFile);
}

function testsOfFile({ name, status, assertionResults }: Report['testResults'][number]): ReportedTest[] {
  const file = relative(packageRoot(), name).replaceAll('\\', '/');
  const tests = assertionResults.map((result) => ({ file, name: result.fullName, status: statusOf(result.status) }));
  // A file that cannot even be loaded, or whose hooks fail, has no failed test of its own.
  const silent = status === 'failed' && !tests.some((test) => test.status === 'failed');
  return silent ? [...tests, { file, name: 'the file itself', status: 'failed' }] : tests;
}

function statusOf(status: string): ReportedTest['status'] {
  return status === 'passed' || status === 'failed' ? status : 'skipped';
}

export function tally(tests: ReportedTest[]): { passed: number; failed: number; skipped: string[] } {
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter((test) => test.status === 'failed').length,
    skipped: tests.filter((test) => test.status === 'skipped').map((test) => `${test.file}: ${test.name}`),
  };
}
