import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useContext, useEffect, useState } from 'react';
import { SessionContext } from '@/client/session';
import { useSessionQuery } from '@/features/session/api/session';
import { LiveContext } from '@/lib/live-context';
import { handleKey } from '@/lib/shortcuts';
import { useShortcut } from '@/lib/use-shortcut';
import { PageLoading } from '../PageLoading';
import classes from './Frame.module.css';
import { SessionExpired } from './SessionExpired';
import { SideNav } from './SideNav';
import { TopBar } from './TopBar';

const loadPalette = () => import('./Palette');
const Palette = lazy(() => loadPalette().then((m) => ({ default: m.Palette })));
const ShortcutHelp = lazy(() => import('./ShortcutHelp').then((m) => ({ default: m.ShortcutHelp })));

/** Everything around a page: bars, keyboard, live connection, and the dialogs that can open anywhere. */
export function Frame() {
  const { data: session } = useSessionQuery();
  const [dialog, setDialog] = useState<'palette' | 'help' | null>(null);
  const navigate = useNavigate();
  const bare = useRouterState({ select: (state) => /^\/projects\/\d+\/label/.test(state.location.pathname) });
  useFrameConnections();
  useUnsentAnswers(session?.user?.id);
  useShortcut('palette', () => setDialog('palette'), { inFields: true });
  useShortcut('help', () => setDialog('help'));
  useShortcut('go.projects', () => void navigate({ to: '/' }));

  if (!session?.user) return <PageLoading />;
  const labeler = session.user.labeler_only;
  const close = () => setDialog(null);
  return (
    <SessionContext value={session}>
      <div className={classes.frame} data-labeler={labeler || undefined}>
        <a href="#main" className={classes.skip}>
          Skip to content
        </a>
        <TopBar onPalette={() => setDialog('palette')} onHelp={() => setDialog('help')} />
        {!labeler && <SideNav version={session.version} />}
        <main id="main" tabIndex={-1} className={classes.main} data-bare={bare || undefined}>
          <div className={classes.inner}>
            {!labeler && !session.worker_alive && !bare && <WorkerNotice />}
            <Outlet />
          </div>
        </main>
      </div>
      <Suspense fallback={null}>
        {dialog === 'palette' && <Palette onClose={close} />}
        {dialog === 'help' && <ShortcutHelp onClose={close} />}
      </Suspense>
      <SessionExpired email={session.user.email} />
    </SessionContext>
  );
}

function useFrameConnections() {
  const live = useContext(LiveContext);
  useEffect(() => {
    live?.start();
    return () => live?.stop();
  }, [live]);
  useEffect(() => {
    // People type right after Ctrl+K; a chunk still on its way would lose their first letters.
    const timer = setTimeout(() => void loadPalette(), 1500);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, []);
}

/** Answers left unsent by an earlier visit go out from whatever page is opened next. */
function useUnsentAnswers(userId: number | undefined) {
  useEffect(() => {
    if (userId !== undefined) void import('@/features/labeling/outbox/current').then((m) => m.outboxOf(userId));
  }, [userId]);
}

function WorkerNotice() {
  return (
    <p className={classes.notice} role="status">
      The background worker is not running, so imports and exports wait. Labeling goes on. Start it with{' '}
      <code>labeldesk worker</code>.
    </p>
  );
}
