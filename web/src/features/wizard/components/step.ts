import type { Need, WizardState } from '../model';

/** What every step gets: the state, a way to change it, and the problems to show beside its fields. */
export interface StepProps {
  state: WizardState;
  update: (change: Partial<WizardState>) => void;
  needs: Need[];
  /** Missing things are pointed out only after the step was left once; wrong things at once. */
  visited: boolean;
}

export function problemFor(field: string, { needs, visited }: Pick<StepProps, 'needs' | 'visited'>): string | undefined {
  const need = needs.find((candidate) => candidate.field === field);
  return need && (!need.missing || visited) ? need.message : undefined;
}
