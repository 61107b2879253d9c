import type { Messages } from './languages.ts';

export const audiencesMessages = {} as const satisfies Messages;
