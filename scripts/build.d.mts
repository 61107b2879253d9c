/** Builds what changed since its last build. */
export function buildStale(names: ('server' | 'web')[]): Promise<void>;
