import { LoadingState } from '@/ui/PanelStates';
import classes from './desk.module.css';

/** The height of a short item with its labels, so that nothing jumps when it comes. */
export function DeskSkeleton() {
  return (
    <div className={classes.skeleton} data-testid="loading-item">
      <LoadingState rows={4} rowHeight={36} label="Loading the next item" />
    </div>
  );
}
