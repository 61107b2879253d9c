import type { Messages } from './languages.ts';

export const deliveryMessages = {} as const satisfies Messages;
