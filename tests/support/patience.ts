/** How long a test waits for what should come at once, in milliseconds. How long a busy machine may take is no part of what is proved, so it is far beyond what is ever needed. */
export const PATIENCE_MS = 60_000;
