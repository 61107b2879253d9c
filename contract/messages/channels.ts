import type { Messages } from './languages.ts';

export const channelsMessages = {} as const satisfies Messages;
