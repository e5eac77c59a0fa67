import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Draft, Project } from '@/client/types';
import { formatDateTime, formatNumber, formatRelative, formatShare } from '@/lib/format';
import { ProgressBar } from '@/ui/ProgressBar';
import { StatusChip } from '@/ui/StatusChip';
import { initPercent, leftOf, ROLE_WORD, statusOf, TASK_TYPE_WORD } from '../model';
import { DraftRow } from './DraftRow';
import classes from './ProjectTable.module.css';

export function ProjectTable({ projects, drafts, current }: { projects: Project[]; drafts: Draft[]; current: number | null }) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Status</th>
          <th scope="col">Progress</th>
          <th scope="col" className={classes.number}>
            Left
          </th>
          <th scope="col" className={classes.wide}>
            My role
          </th>
          <th scope="col" className={classes.wide}>
            Last activity
          </th>
          <th scope="col">
            <span className="ld-visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft) => (
          <DraftRow key={draft.id} draft={draft} />
        ))}
        {projects.map((project, row) => (
          <ProjectRow key={project.id} project={project} current={row === current} />
        ))}
      </tbody>
    </table>
  );
}

function ProjectRow({ project, current }: { project: Project; current: boolean }) {
  const { progress } = project;
  const last = project.last_activity_at;
  return (
    <tr className={classes.row} data-current={current || undefined}>
      <td>
        <Link to="/projects/$projectId/dashboard" params={{ projectId: project.id }} className={classes.name}>
          {project.name}
        </Link>
        <div className={classes.sub}>
          {TASK_TYPE_WORD[project.task_type]} · {project.owner}
        </div>
      </td>
      <td>
        <StatusChip status={statusOf(project)} percent={initPercent(project)} title={project.state_reason ?? undefined} />
      </td>
      <td className={classes.progress}>
        <div className={classes.progressWords}>
          <span>
            {formatNumber(progress.labeled)} of {formatNumber(progress.total)}
          </span>
          <span>{formatShare(progress.labeled, progress.total)}</span>
        </div>
        <ProgressBar parts={progress} label={`Progress of ${project.name}`} />
      </td>
      <td className={classes.number}>{formatNumber(leftOf(project))}</td>
      <td className={`${classes.wide} ${classes.tight}`}>{project.my_role ? ROLE_WORD[project.my_role] : '–'}</td>
      <td className={`${classes.wide} ${classes.tight}`} title={last ? formatDateTime(last) : undefined}>
        {last ? formatRelative(last) : 'None yet'}
      </td>
      <td className={classes.tight}>
        <div className={classes.actions}>
          {project.state === 'running' && leftOf(project) > 0 && project.operations.includes('label') && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Label data of ${project.name}`}
              renderRoot={(props) => <Link to="/projects/$projectId/label" params={{ projectId: project.id }} {...props} />}
            >
              Label data
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}
