import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { LiveContext } from '@/lib/live-context';
import { LiveConnection } from '@/lib/live';
import { createQueryClient } from '@/lib/query-client';
import { Toasts } from '@/ui/Toasts';
import { cssVariables, theme } from '@/ui/theme';
import { cspNonce, installNonce } from './csp-nonce';
import { ErrorBoundary } from './ErrorBoundary';
import { makeRouter } from './router';

installNonce();
const queryClient = createQueryClient();
const live = new LiveConnection(queryClient);
const router = makeRouter(queryClient);
// The same key theme.js reads before the first paint.
const colorScheme = localStorageColorSchemeManager({ key: 'labeldesk-color-scheme' });

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorScheme}
      defaultColorScheme="auto"
      getStyleNonce={cspNonce}
    >
      <Toasts />
      <QueryClientProvider client={queryClient}>
        <LiveContext value={live}>
          <ErrorBoundary>
            <RouterProvider router={router} />
          </ErrorBoundary>
        </LiveContext>
      </QueryClientProvider>
    </MantineProvider>
  );
}
