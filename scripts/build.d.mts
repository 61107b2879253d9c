export const ROOT: string;
/** Builds what changed since its last build. */
export function buildStale(names: ('server' | 'web' | 'processes')[]): Promise<void>;
