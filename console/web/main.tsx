import './no-eval.ts';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app.css';
import { MantineProvider } from '@mantine/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Refused } from './api.ts';
import { keys } from './keys.ts';
import { Speaking } from './parts/speaking.tsx';
import { createPageRouter } from './router.tsx';
import { accessibleColours, theme } from './theme.ts';

/** A session that ended in the middle of work: sign in again and come back to the same place. */
function noticeEndedSession(error: Error): void {
  if (!(error instanceof Refused) || error.code !== 'not-signed-in') return;
  const wasSignedIn = client.getQueryData(keys.session) !== undefined;
  if (!wasSignedIn) return;
  client.removeQueries({ queryKey: keys.session });
  void router.invalidate();
}

const client = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEndedSession }),
  mutationCache: new MutationCache({ onError: noticeEndedSession }),
  defaultOptions: {
    queries: {
      // Events say what has changed; this is for the case that one is lost.
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && error instanceof Refused && error.code === 'unreachable',
    },
  },
});
const router = createPageRouter(client);

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no element #root');
createRoot(container).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={accessibleColours} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <Speaking>
          <RouterProvider router={router} />
        </Speaking>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
