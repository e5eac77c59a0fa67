import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { LabelingProject } from '@/client/types';
import { formatNumber, plural } from '@/lib/format';
import { StatusChip } from '@/ui/StatusChip';
import classes from './home.module.css';

const TYPES: Record<LabelingProject['task_type'], string> = {
  multiclass: 'Multi-class',
  multilabel: 'Multi-label',
  ner: 'Named entities',
};

export function LabelingProjectRow({ project }: { project: LabelingProject }) {
  const { id, name, task_type: type, state, left, mine_today: today } = project;
  return (
    <li>
      <Link
        to="/projects/$projectId/label"
        params={{ projectId: id }}
        className={classes.row}
        data-testid={`project-${id}`}
      >
        <span className={classes.what}>
          <span className={classes.name}>
            <bdi>{name}</bdi>
            {state !== 'running' && <StatusChip status={state} />}
          </span>
          <span className={classes.dim}>{TYPES[type]}</span>
        </span>
        <span className={classes.numbers}>
          <span>{left === 0 ? 'Nothing left' : plural(left, 'item left', 'items left')}</span>
          <span className={classes.dim}>You today {formatNumber(today)}</span>
        </span>
        <IconChevronRight size={18} aria-hidden className={classes.dim} />
      </Link>
    </li>
  );
}
