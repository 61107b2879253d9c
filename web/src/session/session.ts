import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { getSession } from '../../../contract/access.ts';
import type { OutputOf } from '../../../contract/endpoint.ts';
import type { Permission } from '../../../contract/permissions.ts';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';

export type Session = OutputOf<typeof getSession>;

export const sessionQuery = queryOptions({
  queryKey: [getSession.name],
  queryFn: () => call(getSession, {}),
  staleTime: 60_000,
});

/** Who is signed in, what they may do, and the installation. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

/** May this user do it? For hiding and disabling; the server decides. */
export function useMay(permission: Permission): boolean {
  return useSession().permissions.includes(permission);
}

/** Asks again who is signed in: after signing in, signing out, or a change of the user's settings. */
export async function refreshSession(): Promise<Session> {
  await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey, refetchType: 'none' });
  return queryClient.fetchQuery(sessionQuery);
}
