import { useCallback, useEffect, useMemo, useState } from 'react';
import { isApiError, type FieldProblem } from '@/lib/problem';
import { useCheck, useTaskTypes } from './api/check';
import { useDataset, usePreview } from './api/datasets';
import { allNeeds, fitColumns, nameFromFile, toProjectIn, type WizardState } from './model';

const CHECK_WAIT_MS = 350;

/** The wizard's state with everything that follows from it by itself: columns, task type, the server's opinion. */
export function useWizard(initial: WizardState) {
  const [state, setState] = useState(initial);
  const [refused, setRefused] = useState<FieldProblem[]>([]);
  const update = useCallback((change: Partial<WizardState>) => {
    setRefused([]);
    setState((old) => ({ ...old, ...change }));
  }, []);

  const onDataset = useCallback((datasetId: number, firstFile: string) => {
    setState((old) => ({ ...old, datasetId, name: old.nameTyped || old.name ? old.name : nameFromFile(firstFile) }));
  }, []);
  useSingleTaskType(state, setState);
  const dataset = useFittedColumns(state, setState);

  const settled = useSettled(useMemo(() => toProjectIn(state), [state]), CHECK_WAIT_MS);
  const check = useCheck(settled);
  const needs = useMemo(
    () => allNeeds(state, refused.length ? refused : (check.data?.problems ?? [])),
    [state, refused, check.data],
  );
  const refuse = useCallback((error: unknown) => setRefused(isApiError(error) ? error.problems : []), []);
  return { state, update, onDataset, needs, refuse, dataset };
}

/** Where the server makes only one type there is nothing to choose. */
function useSingleTaskType(state: WizardState, setState: (change: (old: WizardState) => WizardState) => void) {
  const { data: accepted } = useTaskTypes();
  const only = accepted?.length === 1 ? accepted[0] : undefined;
  useEffect(() => {
    if (only && state.taskType === null) setState((old) => ({ ...old, taskType: only }));
  }, [only, state.taskType, setState]);
}

/** The preview decides what columns exist; the state keeps what still fits. */
function useFittedColumns(state: WizardState, setState: (change: (old: WizardState) => WizardState) => void) {
  const dataset = useDataset(state.datasetId);
  const preview = usePreview(state.datasetId, state.reading, dataset.data?.file_count ?? 0);
  const seen = preview.isPlaceholderData ? undefined : preview.data;
  useEffect(() => {
    if (!seen) return;
    const datasetKind = seen.kind as WizardState['datasetKind'];
    setState((old) => ({ ...old, datasetKind, ...(datasetKind === 'tabular' ? fitColumns(old, seen) : {}) }));
  }, [seen, setState]);
  return { name: dataset.data?.name ?? null, items: seen?.items ?? null, exact: seen?.items_exact ?? true };
}

/** The value once it has stood still for a while. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
