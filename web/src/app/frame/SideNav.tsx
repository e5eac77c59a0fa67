import { Link, useRouterState } from '@tanstack/react-router';
import { PAGES } from './pages';
import classes from './Frame.module.css';

export function SideNav({ version }: { version: string }) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isHere = (to: string) => (to === '/' ? path === '/' || path.startsWith('/projects') || path === '/start' : path.startsWith(to));
  return (
    <nav className={classes.side} aria-label="Pages">
      {PAGES.map(({ to, word, Icon }) => (
        <Link key={to} to={to} className={classes.link} data-active={isHere(to) || undefined} aria-current={isHere(to) ? 'page' : undefined}>
          <Icon size={18} stroke={1.6} aria-hidden />
          {word}
        </Link>
      ))}
      <span className={classes.version}>Version {version}</span>
    </nav>
  );
}
