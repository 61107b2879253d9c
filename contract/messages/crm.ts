import type { Messages } from './languages.ts';

export const crmMessages = {} as const satisfies Messages;
