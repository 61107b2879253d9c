import type { Messages } from './languages.ts';

export const contentMessages = {} as const satisfies Messages;
