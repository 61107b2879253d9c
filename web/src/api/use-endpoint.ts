import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Endpoint, OutputOf, SentTo } from '../../../contract/endpoint.ts';
import type { Page } from '../../../contract/paging.ts';
import { call } from './call.ts';
import type { Problem } from './problem.ts';

export interface Answer<T> {
  data: T | undefined;
  /** Nothing to show yet. */
  loading: boolean;
  /** Being fetched again while the last answer is shown. */
  refreshing: boolean;
  problem: Problem | null;
  again: () => void;
  /** When the answer came, in milliseconds; 0 before that. */
  at: number;
}

interface Options {
  /** Not asked while false. */
  when?: boolean | undefined;
  /** Ask again every so many milliseconds (a running campaign). */
  every?: number | false | undefined;
  /** Keep showing the answer to the former input until the next arrives. */
  keep?: boolean | undefined;
  /** Asked anew whenever this is another, and by nothing else: what is dear to answer waits for what is cheap. */
  after?: number | undefined;
}

/** Reads an endpoint and keeps the answer fresh. */
export function useEndpoint<E extends Endpoint>(
  endpoint: E,
  input: SentTo<E>,
  options: Options = {},
): Answer<OutputOf<E>> {
  const query = useQuery<OutputOf<E>, Problem>({
    queryKey: options.after === undefined ? [endpoint.name, input] : [`${endpoint.name} after`, input, options.after],
    queryFn: ({ signal }) => call(endpoint, input, signal),
    enabled: options.when ?? true,
    refetchInterval: options.every ?? false,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
  return {
    data: query.data,
    loading: query.isPending && query.fetchStatus !== 'idle',
    refreshing: query.isFetching && !query.isPending,
    problem: query.error,
    again: () => void query.refetch(),
    at: query.dataUpdatedAt,
  };
}

export interface Pages<Row> extends Omit<Answer<readonly Row[]>, 'data' | 'at'> {
  rows: readonly Row[];
  /** How many there are in all; null when the server doesn't count. */
  total: number | null;
  more: (() => void) | null;
  loadingMore: boolean;
}

type PagedInput<E extends Endpoint> = Omit<SentTo<E>, 'after'>;
export type RowOf<E> = OutputOf<E> extends Page<infer Row extends object> ? Row : never;

/** Reads a list page by page (`contract/paging.ts`). */
export function usePages<E extends Endpoint>(
  endpoint: E,
  input: PagedInput<E>,
  options: Options = {},
): Pages<RowOf<E>> {
  const query = useInfiniteQuery({
    queryKey: [endpoint.name, 'pages', input],
    queryFn: async ({ signal, pageParam }): Promise<Page<RowOf<E>>> => {
      const asked = { ...input, ...(pageParam ? { after: pageParam } : {}) } as SentTo<E>;
      return (await call(endpoint, asked, signal)) as unknown as Page<RowOf<E>>;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: options.when ?? true,
    refetchInterval: options.every ?? false,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  return {
    rows,
    total: query.data?.pages[0]?.total ?? null,
    loading: query.isPending,
    refreshing: query.isFetching && !query.isPending && !query.isFetchingNextPage,
    problem: query.error as Problem | null,
    again: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    loadingMore: query.isFetchingNextPage,
  };
}
