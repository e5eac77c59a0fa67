import { Link } from '@tanstack/react-router';
import classes from './dashboard.module.css';

/** What an empty chart says, and where to go from there. */
export function StartHint({ projectId, mayLabel, text }: { projectId: number; mayLabel: boolean; text: string }) {
  return (
    <p className={classes.hint}>
      {text}{' '}
      {mayLabel && (
        <Link to="/projects/$projectId/label" params={{ projectId }}>
          Start labeling
        </Link>
      )}
    </p>
  );
}
