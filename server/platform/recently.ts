/** Reads by key, and again only when what was read is older than `keepMs`: for what every group of lines asks and hardly ever changes. */
export const recently = <K, V>(keepMs: number, read: (key: K) => Promise<V>): ((key: K) => Promise<V>) => {
  const kept = new Map<K, { until: number; value: Promise<V> }>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined && performance.now() < known.until) return known.value;
    const value = read(key);
    kept.set(key, { until: performance.now() + keepMs, value });
    value.catch(() => kept.delete(key));
    return value;
  };
};
