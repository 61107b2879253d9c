import type { Messages } from './languages.ts';

export const accessMessages = {} as const satisfies Messages;
