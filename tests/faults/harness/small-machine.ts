import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = '/sys/fs/cgroup';
const PERIOD_US = 100_000;
const MB = 2 ** 20;

interface Size {
  megabytes: number;
  cores: number;
  files: number;
}

/** By the kernel's control groups, of whichever version; a process in them is ended by the kernel where it takes more memory. */
const isUnified = existsSync(join(ROOT, 'cgroup.controllers'));

/** Holds a process to the size of a small machine. As root. */
export class SmallMachine {
  readonly #folders: string[];

  private constructor(folders: string[]) {
    this.#folders = folders;
  }

  static around(pid: number, { megabytes, cores, files }: Size): SmallMachine {
    const name = `fanfare-${pid}`;
    const bytes = String(megabytes * MB);
    const quota = cores * PERIOD_US;
    const limits: [string, Record<string, string>][] = isUnified
      ? [[join(ROOT, name), { 'memory.max': bytes, 'cpu.max': `${quota} ${PERIOD_US}` }]]
      : [
          [join(ROOT, 'memory', name), { 'memory.limit_in_bytes': bytes }],
          [join(ROOT, 'cpu', name), { 'cpu.cfs_period_us': String(PERIOD_US), 'cpu.cfs_quota_us': String(quota) }],
        ];
    for (const [folder, values] of limits) {
      mkdirSync(folder);
      for (const [file, value] of Object.entries({ ...values, 'cgroup.procs': String(pid) }))
        writeFileSync(join(folder, file), value);
    }
    const { status, stderr } = spawnSync('prlimit', ['--pid', String(pid), `--nofile=${files}:${files}`], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the number of files could not be limited: ${stderr}`);
    return new SmallMachine(limits.map(([folder]) => folder));
  }

  /** The most that it took, its files in the page cache included. */
  peakMB(): number {
    const [memory] = this.#folders;
    return Number(readFileSync(join(memory!, isUnified ? 'memory.peak' : 'memory.max_usage_in_bytes'), 'utf8')) / MB;
  }

  /** After its process has ended. */
  remove(): void {
    for (const folder of this.#folders) rmdirSync(folder);
  }
}

/** Whether this machine lets us make one. */
export const mayConfine = (): boolean => {
  if (process.getuid?.() !== 0 || spawnSync('prlimit', ['--version']).status !== 0) return false;
  try {
    for (const folder of isUnified ? [ROOT] : [join(ROOT, 'memory'), join(ROOT, 'cpu')])
      accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};
