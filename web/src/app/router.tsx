import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { Session } from '@/client/types';
import { sessionQuery } from '@/features/session/api/session';
import { PageFailed } from './ErrorBoundary';
import { NotFound } from './NotFound';
import { PageLoading } from './PageLoading';

interface RouterContext {
  queryClient: QueryClient;
}

const loadSession = ({ context }: { context: RouterContext }): Promise<Session> =>
  context.queryClient.ensureQueryData(sessionQuery);

/** Where a page that needs no sign-in sends someone who does not belong there. */
async function entryGuard(args: { context: RouterContext }, wanted: Session['state'][]) {
  const session = await loadSession(args);
  if (wanted.includes(session.state)) return;
  if (session.state === 'setup') throw redirect({ to: '/setup' });
  if (session.state === 'signed_in') throw redirect({ to: '/' });
  throw redirect({ to: '/signin' });
}

async function adminGuard(args: { context: RouterContext }) {
  const session = await loadSession(args);
  // Pure labelers have their list and the labeling page, nothing else.
  if (session.user?.labeler_only) throw redirect({ to: '/' });
}

const projectParams = {
  parse: ({ projectId }: { projectId: string }) => {
    const id = Number(projectId);
    if (!Number.isInteger(id) || id <= 0) throw notFound();
    return { projectId: id };
  },
  stringify: ({ projectId }: { projectId: number }) => ({ projectId: String(projectId) }),
};

const root = createRootRouteWithContext<RouterContext>()({ component: Outlet, notFoundComponent: NotFound });

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  // A used link shows "A workspace exists", so every state may come here.
  component: lazyRouteComponent(() => import('@/features/session/SetupPage'), 'SetupPage'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/signin',
  validateSearch: (search: Record<string, unknown>): { to?: string } =>
    // Only paths of our own: a full address here would be an open redirect.
    typeof search.to === 'string' && /^\/(?![/\\])/.test(search.to) ? { to: search.to } : {},
  beforeLoad: (args) => entryGuard(args, ['signed_out']),
  component: lazyRouteComponent(() => import('@/features/session/SignInPage'), 'SignInPage'),
});
const invite = createRoute({
  getParentRoute: () => root,
  path: '/invite',
  component: lazyRouteComponent(() => import('@/features/session/InvitePage'), 'InvitePage'),
});

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  beforeLoad: async (args) => {
    const session = await loadSession(args);
    if (session.state === 'setup') throw redirect({ to: '/setup' });
    if (session.state === 'signed_out') {
      const to = args.location.href;
      throw redirect({ to: '/signin', search: to === '/' ? {} : { to } });
    }
  },
  component: lazyRouteComponent(() => import('./frame/Frame'), 'Frame'),
});

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  validateSearch: (search: Record<string, unknown>): { q?: string; status?: string; mine?: boolean } => ({
    ...(typeof search.q === 'string' && search.q ? { q: search.q } : {}),
    ...(typeof search.status === 'string' && search.status ? { status: search.status } : {}),
    ...(search.mine === true ? { mine: true } : {}),
  }),
  component: lazyRouteComponent(() => import('./routes/HomeRoute'), 'HomeRoute'),
});
const start = createRoute({
  getParentRoute: () => frame,
  path: '/start',
  beforeLoad: adminGuard,
  component: lazyRouteComponent(() => import('@/features/projects/StartPage'), 'StartPage'),
});
const wizard = createRoute({
  getParentRoute: () => frame,
  path: '/projects/new',
  validateSearch: (search: Record<string, unknown>): { draft?: number } =>
    typeof search.draft === 'number' ? { draft: search.draft } : {},
  beforeLoad: adminGuard,
  component: lazyRouteComponent(() => import('./routes/WizardRoute'), 'WizardRoute'),
});
const labeling = createRoute({
  getParentRoute: () => frame,
  path: '/projects/$projectId/label',
  params: projectParams,
  component: lazyRouteComponent(() => import('./routes/LabelRoute'), 'LabelRoute'),
});
const project = createRoute({
  getParentRoute: () => frame,
  path: '/projects/$projectId',
  params: projectParams,
  beforeLoad: adminGuard,
  component: lazyRouteComponent(() => import('./routes/ProjectRoute'), 'ProjectRoute'),
});
const projectIndex = createRoute({
  getParentRoute: () => project,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/projects/$projectId/dashboard', params, replace: true });
  },
});
const dashboard = createRoute({
  getParentRoute: () => project,
  path: 'dashboard',
  component: lazyRouteComponent(() => import('./routes/DashboardRoute'), 'DashboardRoute'),
});

/** Filters and the open item of the Data tab live in the URL, so that a view can be shared. */
export interface DataSearch {
  state?: string;
  item?: number;
}
const data = createRoute({
  getParentRoute: () => project,
  path: 'data',
  validateSearch: (search: Record<string, unknown>): DataSearch => ({
    ...(typeof search.state === 'string' ? { state: search.state } : {}),
    ...(typeof search.item === 'number' ? { item: search.item } : {}),
  }),
  component: lazyRouteComponent(() => import('./routes/DataRoute'), 'DataRoute'),
});
const details = createRoute({
  getParentRoute: () => project,
  path: 'details',
  validateSearch: (search: Record<string, unknown>): { section?: string } =>
    typeof search.section === 'string' ? { section: search.section } : {},
  component: lazyRouteComponent(() => import('./routes/DetailsRoute'), 'DetailsRoute'),
});
const datasets = createRoute({
  getParentRoute: () => frame,
  path: '/datasets',
  beforeLoad: adminGuard,
  component: lazyRouteComponent(() => import('@/features/datasets/DatasetsPage'), 'DatasetsPage'),
});
const people = createRoute({
  getParentRoute: () => frame,
  path: '/people',
  beforeLoad: adminGuard,
  component: lazyRouteComponent(() => import('@/features/people/PeoplePage'), 'PeoplePage'),
});
const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  component: lazyRouteComponent(() => import('@/features/session/SettingsPage'), 'SettingsPage'),
});
const jobs = createRoute({
  getParentRoute: () => frame,
  path: '/jobs',
  beforeLoad: adminGuard,
  component: lazyRouteComponent(() => import('@/features/projects/JobsPage'), 'JobsPage'),
});

const routeTree = root.addChildren([
  setup,
  signIn,
  invite,
  frame.addChildren([
    home,
    start,
    wizard,
    labeling,
    project.addChildren([projectIndex, dashboard, data, details]),
    datasets,
    people,
    settings,
    jobs,
  ]),
]);

export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 150,
    defaultPendingComponent: PageLoading,
    defaultErrorComponent: PageFailed,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
