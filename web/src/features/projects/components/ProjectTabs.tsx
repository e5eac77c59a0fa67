import { Link } from '@tanstack/react-router';
import { shortcutProps } from '@/lib/shortcuts';
import classes from './ProjectTabs.module.css';

/** Links, not ARIA tabs: each is a page of its own with an address to share. */
export function ProjectTabs({ projectId }: { projectId: number }) {
  const params = { projectId };
  return (
    <nav className={classes.tabs} aria-label="Project">
      <Link to="/projects/$projectId/dashboard" params={params} className={classes.tab} {...shortcutProps('go.dashboard')}>
        Dashboard
      </Link>
      <Link to="/projects/$projectId/data" params={params} className={classes.tab} {...shortcutProps('go.data')}>
        Data
      </Link>
      <Link to="/projects/$projectId/details" params={params} className={classes.tab}>
        Details
      </Link>
    </nav>
  );
}
