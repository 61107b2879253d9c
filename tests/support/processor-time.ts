/** What this process has used of the processor until now, in milliseconds. It hardly grows by what else a machine does, as the clock on the wall would. */
export const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};
