import type { Messages } from './languages.ts';

export const campaignsMessages = {} as const satisfies Messages;
