import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** The state and start time of a process on Linux; a process id is reused, id and start time together are not. */
function processStat(pid: number): { state: string; startMark: string } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0]!, startMark: fields[19]! };
  } catch {
    return undefined;
  }
}

/** Undefined where the system does not tell (macOS, Windows). */
export function startMark(pid: number): string | undefined {
  return process.platform === 'linux' ? processStat(pid)?.startMark : undefined;
}

/** False for a zombie, and for a later process that was given the same id. */
export function isRunning(pid: number, mark?: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  if (process.platform !== 'linux') return true;
  const stat = processStat(pid);
  if (stat === undefined || stat.state === 'Z') return false;
  return mark === undefined || mark === stat.startMark;
}

/** True, false, or undefined when the system will not say. */
export function worksIn(pid: number, folder: string): boolean | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return undefined;
  }
}

/** Whether any process works in the folder; undefined off Linux. A PostgreSQL backend always works in its cluster. */
export function anyoneWorksIn(folder: string): boolean | undefined {
  if (process.platform !== 'linux') return undefined;
  return readdirSync('/proc').some(
    (name) => /^\d+$/.test(name) && isRunning(Number(name)) && worksIn(Number(name), folder) === true,
  );
}

export async function until(
  holds: () => boolean | Promise<boolean>,
  timeoutMs: number,
  everyMs = 25,
): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (!(await holds())) {
    if (performance.now() > deadline) return false;
    await pause(everyMs);
  }
  return true;
}
