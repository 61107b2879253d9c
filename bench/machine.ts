import { existsSync, readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Database } from './open-database.ts';

/** What ratios were measured on: they differ from processor to processor, too. */
export interface Machine {
  processors: string;
  memoryGB: number;
  node: string;
  postgresql: string;
}

const CPU_INFO = '/proc/cpuinfo';

/** A host may give several kinds one name; Linux tells them apart by number. */
const kindOf = (): string => {
  const info = existsSync(CPU_INFO) ? readFileSync(CPU_INFO, 'latin1') : '';
  const [family, model] = [/^cpu family\s*: (\d+)$/m, /^model\s*: (\d+)$/m].map((line) => line.exec(info)?.[1]);
  return family === undefined ? '' : ` (family ${family}, model ${model})`;
};

export const machineOf = async ({ pool }: Pick<Database, 'pool'>): Promise<Machine> => {
  const { rows } = await pool.query<{ version: string }>(`select current_setting('server_version') as version`);
  return {
    processors: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}${kindOf()}`,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    postgresql: rows[0]!.version,
  };
};
