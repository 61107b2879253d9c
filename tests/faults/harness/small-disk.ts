import { spawnSync } from 'node:child_process';
import { appendFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BLOCK = Buffer.alloc(4096);

const run = (program: string, ...args: string[]) => spawnSync(program, args, { encoding: 'utf8' });

/** A disk of its own in memory, which can be filled to its last block. As root. */
export class SmallDisk {
  readonly folder: string;
  readonly #filler: string;

  private constructor(folder: string) {
    this.folder = folder;
    this.#filler = join(folder, 'filler');
  }

  static async mount(megabytes: number): Promise<SmallDisk> {
    const folder = await mkdtemp(join(tmpdir(), 'fanfare-disk-'));
    const { status, stderr } = run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=711`, 'tmpfs', folder);
    if (status !== 0) throw new Error(`no disk could be mounted: ${stderr}`);
    return new SmallDisk(folder);
  }

  /** Takes every block that is free now. */
  fill(): void {
    try {
      for (;;) appendFileSync(this.#filler, BLOCK);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }

  clear(): void {
    rmSync(this.#filler, { force: true });
  }

  unmount(): void {
    run('umount', '--lazy', this.folder);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Whether this machine lets us mount one. */
export const mayMount = (): boolean => {
  if (process.getuid?.() !== 0) return false;
  return run('unshare', '--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt').status === 0;
};
