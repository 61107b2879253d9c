import type { Exchange } from '../../../platform/http/route.ts';

export const setCookies = ({ reply }: Pick<Exchange, 'reply'>, cookies: readonly string[]): void => {
  for (const cookie of cookies) reply.header('set-cookie', cookie);
};
