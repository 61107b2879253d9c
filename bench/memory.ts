/** Looks at the memory of the whole process while something is done. */
export const watchMemory = (): { during<T>(act: () => Promise<T>): Promise<T>; peakMB(): number } => {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  return {
    during: async (act) => {
      const timer = setInterval(look, 20);
      try {
        return await act();
      } finally {
        look();
        clearInterval(timer);
      }
    },
    peakMB: () => peak / 2 ** 20,
  };
};
