import type { Project } from '@/client/types';
import { formatShare } from '@/lib/format';
import type { ProjectStatus } from '@/ui/StatusChip';

export const TASK_TYPE_WORD: Record<Project['task_type'], string> = {
  multiclass: 'Multi-class',
  multilabel: 'Multi-label',
  ner: 'Entities',
};

export const ROLE_WORD: Record<NonNullable<Project['my_role']>, string> = {
  owner: 'Owner',
  contributor: 'Contributor',
  lead: 'Lead',
  reviewer: 'Reviewer',
  labeler: 'Labeler',
};

/** Completed is what people look for, so it wins over Running; a paused project stays "Paused". */
export function statusOf(project: Pick<Project, 'state' | 'completed'>): ProjectStatus {
  return project.state === 'running' && project.completed ? 'completed' : project.state;
}

/** "42%" while the number of items is known, else nothing. */
export function initPercent(project: Pick<Project, 'init_job'>): string | null {
  const job = project.init_job;
  return job && job.total ? formatShare(job.done, job.total) : null;
}

export function leftOf(project: Pick<Project, 'progress'>): number {
  const { total, labeled, skipped, needs_review } = project.progress;
  return Math.max(0, total - labeled - skipped - needs_review);
}

export interface ProjectFilter {
  q?: string;
  status?: string;
  mine?: boolean;
}

export function filterProjects(projects: Project[], filter: ProjectFilter, userName: string): Project[] {
  const wanted = filter.q?.trim().toLocaleLowerCase() ?? '';
  return projects.filter(
    (project) =>
      (!wanted || project.name.toLocaleLowerCase().includes(wanted)) &&
      (!filter.status || statusOf(project) === filter.status) &&
      (!filter.mine || project.owner === userName),
  );
}
