import { Switch } from '@mantine/core';
import { plural } from '@/lib/format';
import { countLabels } from '../labels';
import { LabelAdder } from './LabelAdder';
import { LabelList } from './LabelList';
import classes from './LabelsStep.module.css';
import { problemFor, type StepProps } from './step';
import wizard from './Wizard.module.css';

export function LabelsStep(props: StepProps) {
  const { state, update } = props;
  const count = countLabels(state.labels);
  const missing = state.labels.length === 0 ? problemFor('labels', props) : undefined;
  return (
    <div className={wizard.fields}>
      <LabelAdder labels={state.labels} onChange={(labels) => update({ labels })} error={missing} />
      {state.taskType === 'multilabel' && (
        <Switch
          checked={state.allowNone}
          onChange={(event) => update({ allowNone: event.currentTarget.checked })}
          label="Allow “none of these”"
          description="For texts that no label fits. Without it such a text can only be skipped."
          error={problemFor('allow_none', props)}
          data-testid="allow-none"
        />
      )}
      {count > 0 && (
        <div>
          <LabelList labels={state.labels} needs={props.needs} onChange={(labels) => update({ labels })} />
          <p className={classes.note}>
            {plural(count, 'label')}. The first nine have a digit key; drag a row, or press Alt+↑ and Alt+↓ in its name, to reorder.
          </p>
        </div>
      )}
    </div>
  );
}
