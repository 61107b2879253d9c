import { Outlet, useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Where a nested screen stands inside its layout. */
export { Outlet };

/** A part of the present address: `useParam('id')` on `/people/contacts/$id`. */
export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  return params[name] ?? '';
}

/** Goes to an address: `go(paths.contact(id))`. */
export function useGo(): (href: string, options?: { replace?: boolean }) => void {
  const navigate = useNavigate();
  return useCallback((href, options) => void navigate({ href, replace: options?.replace ?? false }), [navigate]);
}

/** The present path, without search. */
export function usePath(): string {
  return useLocation({ select: (location) => location.pathname });
}

type SearchValue = string | number | boolean | string[] | undefined;
export type SearchState = Record<string, SearchValue>;

/** The screen's state in the address: `[search, change]`. A change merges; `undefined` or '' removes; the history isn't filled. */
export function useSearchState<T extends SearchState = SearchState>(): [Partial<T>, (change: Partial<T>) => void] {
  const search = useSearch({ strict: false }) as Partial<T>;
  const navigate = useNavigate();
  const change = useCallback(
    (next: Partial<T>) => {
      const merged = (before: SearchState) =>
        Object.fromEntries(
          Object.entries({ ...before, ...next }).filter(([, value]) => value !== undefined && value !== ''),
        );
      void navigate({ to: '.', search: merged as never, replace: true });
    },
    [navigate],
  );
  return [search, change];
}
