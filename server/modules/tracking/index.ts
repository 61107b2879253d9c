export { followLink, viewMessage } from './click.routes.ts';
export { createHitBuffer, type HitBuffer } from './hit-buffer.ts';
export type { LineLookup, SentLine, SentLines, TrackedLine, ViewLine } from './line-lookup.ts';
export { createLineTokens, type LineKey, type LineTokens } from './line-token.ts';
export { openPixel } from './open-pixel.routes.ts';
export { type Tracked, trackingAddresses } from './tracking-addresses.ts';
export { unsubscribe, unsubscribePage } from './unsubscribe.routes.ts';
