import { IconCheck } from '@tabler/icons-react';
import { STEPS, stepStatus, type Need, type StepId, type StepStatus, type WizardState } from '../model';
import classes from './Stepper.module.css';

const WORDS: Record<StepStatus, string> = { done: 'done', attention: 'needs attention', todo: 'to do', default: 'default' };

/** Steps in any order; each says whether it is done, needs attention, or stands on its default. */
export function Stepper({ state, needs, current, onStep }: { state: WizardState; needs: Need[]; current: StepId; onStep: (step: StepId) => void }) {
  return (
    <nav aria-label="Steps">
      <ol className={classes.steps}>
        {STEPS.map(({ id, word }, at) => {
          const status = stepStatus(id, state, needs);
          return (
            <li key={id}>
              <button
                type="button"
                className={classes.button}
                aria-current={id === current ? 'step' : undefined}
                aria-keyshortcuts={`Alt+${at + 1}`}
                title={`Alt+${at + 1}`}
                onClick={() => onStep(id)}
              >
                <span className={classes.mark} data-status={status} aria-hidden>
                  {status === 'done' ? <IconCheck size={12} stroke={2.5} /> : status === 'attention' ? '!' : at + 1}
                </span>
                {word}
                {status === 'default' && <span className={classes.note} aria-hidden>default</span>}
                <span className="ld-visually-hidden">, {WORDS[status]}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
