import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { plural } from '@/lib/format';
import { countLabels } from '../labels';
import { whyNotReady, type Need, type StepId, type WizardState } from '../model';
import classes from './Summary.module.css';

const SHOWN_LABELS = 8;
const TYPE_WORD = { multiclass: 'Multi-class', multilabel: 'Multi-label', ner: 'Entities' };

interface Props {
  state: WizardState;
  data: string | null;
  needs: Need[];
  /** Why creating must wait although nothing is missing, e.g. a running upload. */
  wait: string | null;
  creating: boolean;
  failure: string | null;
  onStep: (step: StepId) => void;
  onCreate: () => void;
}

/** What will be created, as it stands, and what is still needed. */
export function Summary({ state, data, needs, wait, creating, failure, onStep, onCreate }: Props) {
  const why = whyNotReady(needs) ?? wait;
  return (
    <section className={classes.summary} aria-label="Summary">
      <h2 className={classes.title}>This will be created</h2>
      <dl className={classes.facts}>
        <Fact word="Name">{state.name.trim()}</Fact>
        <Fact word="Task type">{state.taskType && TYPE_WORD[state.taskType]}</Fact>
        <Fact word="Data">{data}</Fact>
        <Fact word="Labels">{state.labels.length > 0 && <LabelFact state={state} />}</Fact>
        {state.taskType === 'multilabel' && <Fact word="None of these">{state.allowNone ? 'Allowed' : 'Not allowed'}</Fact>}
        <Fact word="Instructions">{state.markdown.trim() ? 'Written' : state.link.trim() ? 'A link' : 'None'}</Fact>
        <Fact word="Workforce">People of this workspace</Fact>
        <Fact word="Quality">One answer per item</Fact>
        <Fact word="ML assist">Off</Fact>
      </dl>
      <Button className={classes.create} fullWidth disabled={why !== null} loading={creating} onClick={onCreate} aria-describedby="create-why">
        Create project
      </Button>
      <div id="create-why" role="status">
        {why !== null && <p className={classes.why}>Still needed before you can create:</p>}
        {needs.length === 0 && wait && <p className={classes.why}>{wait}</p>}
      </div>
      {needs.length > 0 && (
        <ul className={classes.needs}>
          {needs.map((need) => (
            <li key={need.field}>
              <button type="button" className={classes.need} data-wrong={!need.missing || undefined} onClick={() => onStep(need.step)}>
                {need.message}
              </button>
            </li>
          ))}
        </ul>
      )}
      {failure && (
        <p className={classes.failed} role="alert">
          {failure}
        </p>
      )}
    </section>
  );
}

function Fact({ word, children }: { word: string; children: ReactNode }) {
  return (
    <>
      <dt>{word}</dt>
      <dd>{children || <span className={classes.unset}>Not set</span>}</dd>
    </>
  );
}

function LabelFact({ state }: { state: WizardState }) {
  const count = countLabels(state.labels);
  const shown = state.labels.slice(0, SHOWN_LABELS);
  return (
    <>
      {plural(count, 'label')}
      <span className={classes.chips}>
        {shown.map((label) => (
          <span key={label.key} className={classes.chip} style={{ borderInlineStartColor: label.color }}>
            {label.name || '…'}
          </span>
        ))}
        {state.labels.length > SHOWN_LABELS && <span className={classes.unset}>and {state.labels.length - SHOWN_LABELS} more</span>}
      </span>
    </>
  );
}
