import type { Messages } from './languages.ts';

export const consentMessages = {} as const satisfies Messages;
