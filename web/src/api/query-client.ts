import { QueryClient } from '@tanstack/react-query';
import { Problem } from './problem.ts';

/** Worth another try: nothing answered, or the server said "later". What was asked wrongly stays wrong. */
function mayPass(failures: number, error: unknown): boolean {
  return error instanceof Problem && (error.status === 0 || error.status === 503) && failures < 3;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: mayPass, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
