import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';

/** The kernel counts in hundredths of a second. */
const TICK_MS = 10;

/** From the parenthesis on, so that a program's name may hold blanks: state, parent, … */
const statOf = (pid: number): string[] => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
};

const UTIME = 11;
const CHILDREN_UTIME = 13;

/** Milliseconds of the processor that a process took since it began; `withChildren`: also those of its children that ended. */
export const processorMs = (pid: number, withChildren = false): number => {
  const stat = statOf(pid);
  const from = (at: number) => Number(stat[at]) + Number(stat[at + 1]);
  return TICK_MS * (from(UTIME) + (withChildren ? from(CHILDREN_UTIME) : 0));
};

/** Milliseconds that ended children of this process took. */
export const endedChildrenMs = (): number => {
  const stat = statOf(process.pid);
  return TICK_MS * (Number(stat[CHILDREN_UTIME]) + Number(stat[CHILDREN_UTIME + 1]));
};

/** The most memory that a process had resident since it began. */
export const peakMemoryMB = (pid: number): number => {
  const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? [];
  return Number(kilobytes) / 1024;
};

/** The process from which all of a database server's processes come. */
export const postmasterOf = async (pool: pg.Pool): Promise<number> => {
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  return Number(statOf(rows[0]!.pid)[1]);
};

/** The whole database server: every backend, the WAL writer, the checkpointer. */
export const databaseMs = (postmaster: number): number => {
  const children = readdirSync('/proc').flatMap((name) => {
    try {
      return /^\d+$/.test(name) && Number(statOf(Number(name))[1]) === postmaster ? [processorMs(Number(name))] : [];
    } catch {
      // It ended meanwhile: its parent counts it.
      return [];
    }
  });
  return children.reduce((sum, ms) => sum + ms, processorMs(postmaster, true));
};
