import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import type { ProjectIn, TaskType } from '@/client/types';
import type { FieldProblem } from '@/lib/problem';

interface Check {
  problems: FieldProblem[];
  ready: boolean;
}

const ask = (body: Partial<ProjectIn>, signal?: AbortSignal) =>
  bodyOf<Check>(api.POST('/api/v1/projects/check', { body, signal }));

/** The server's opinion of what is typed so far; the last one stays until the next arrives. */
export function useCheck(body: Partial<ProjectIn>) {
  return useQuery({
    queryKey: ['wizard-check', body],
    queryFn: ({ signal }) => ask(body, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 60_000,
  });
}

/** Which task types this server makes. A refused one is shown as coming instead of failing at the end. */
export function useTaskTypes() {
  return useQuery({
    queryKey: ['wizard-task-types'],
    queryFn: async ({ signal }) => {
      const types: TaskType[] = ['multiclass', 'multilabel', 'ner'];
      const accepted = await Promise.all(types.map((type) => accepts(type, signal)));
      return types.filter((_, at) => accepted[at]);
    },
    staleTime: Infinity,
  });
}

async function accepts(type: TaskType, signal: AbortSignal): Promise<boolean> {
  const { problems } = await ask({ task_type: type }, signal);
  return !problems.some((problem) => problem.field === 'task_type');
}
