import type { Taken } from '../bench.ts';

/** From now on, by this process. */
export const taken = (): (() => Taken) => {
  const [begun, cpuBefore] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(cpuBefore);
    return { ms: performance.now() - begun, cpuMs: (user + system) / 1000 };
  };
};
