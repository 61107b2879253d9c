import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Endpoint, OutputOf, SentTo } from '../../../contract/endpoint.ts';
import { notify } from '../ui/toast.tsx';
import { call } from './call.ts';
import type { Problem } from './problem.ts';

interface Options<E extends Endpoint> {
  onSuccess?: ((output: OutputOf<E>, input: SentTo<E>) => void) | undefined;
  /** Endpoints whose answers are out of date afterwards. */
  invalidate?: readonly Pick<Endpoint, 'name'>[] | undefined;
  /** Said in a toast when it worked. */
  done?: string | undefined;
  /** Problems are shown in a toast unless a form (or you) shows them: pass `false`. */
  toast?: boolean | undefined;
}

export interface Action<E extends Endpoint> {
  run: (input: SentTo<E>) => void;
  /** Rejects with `Problem`. */
  runAsync: (input: SentTo<E>) => Promise<OutputOf<E>>;
  busy: boolean;
  problem: Problem | null;
  reset: () => void;
}

/** Does something through an endpoint. */
export function useAction<E extends Endpoint>(endpoint: E, options: Options<E> = {}): Action<E> {
  const client = useQueryClient();
  const mutation = useMutation<OutputOf<E>, Problem, SentTo<E>>({
    mutationFn: (input) => call(endpoint, input),
    onSuccess: async (output, input) => {
      await Promise.all((options.invalidate ?? []).map(({ name }) => client.invalidateQueries({ queryKey: [name] })));
      if (options.done) notify.success(options.done);
      options.onSuccess?.(output, input);
    },
    onError: (problem) => {
      if (options.toast !== false && problem.status !== 401) notify.problem(problem);
    },
  });
  return {
    run: (input) => mutation.mutate(input),
    runAsync: (input) => mutation.mutateAsync(input),
    busy: mutation.isPending,
    problem: mutation.error,
    reset: () => mutation.reset(),
  };
}

/** Marks answers as out of date, after something that didn't go through `useAction` (an upload). */
export function useRefresh(): (...endpoints: readonly Pick<Endpoint, 'name'>[]) => void {
  const client = useQueryClient();
  return useCallback(
    (...endpoints) => {
      for (const { name } of endpoints) void client.invalidateQueries({ queryKey: [name] });
    },
    [client],
  );
}
