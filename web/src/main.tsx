import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import '@fontsource-variable/inter/wght.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/widgets.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { whenSignedOut } from './api/call.ts';
import { connection } from './api/connection.ts';
import { queryClient } from './api/query-client.ts';
import { paths } from './paths.ts';
import { router } from './router.tsx';
import { sessionQuery } from './session/session.ts';
import { LookProvider } from './ui/look-provider.tsx';

whenSignedOut(() => {
  const { pathname, href } = router.state.location;
  queryClient.removeQueries({ queryKey: sessionQuery.queryKey });
  if (pathname !== paths.signIn()) void router.navigate({ href: paths.signIn({ next: href }) });
});

connection.whenBack(() => {
  void queryClient.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <LookProvider>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LookProvider>
  </StrictMode>,
);
