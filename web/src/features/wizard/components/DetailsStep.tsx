import { Textarea, TextInput } from '@mantine/core';
import type { TaskType } from '@/client/types';
import { Chip } from '@/ui/Chip';
import { useTaskTypes } from '../api/check';
import classes from './DetailsStep.module.css';
import { problemFor, type StepProps } from './step';
import { TaskTypePicture } from './TaskTypePicture';
import wizard from './Wizard.module.css';

const TYPES: { type: TaskType; word: string; note: string }[] = [
  { type: 'multiclass', word: 'Multi-class', note: 'Exactly one label for each text.' },
  { type: 'multilabel', word: 'Multi-label', note: 'Any number of labels for each text.' },
  { type: 'ner', word: 'Entities', note: 'Mark words and phrases inside the text.' },
];

export function DetailsStep(props: StepProps) {
  const { state, update } = props;
  return (
    <div className={wizard.fields}>
      <TextInput
        label="Name"
        description="Names are never reused, also not after a project is deleted."
        value={state.name}
        maxLength={128}
        error={problemFor('name', props)}
        onChange={(event) => update({ name: event.currentTarget.value, nameTyped: event.currentTarget.value !== '' })}
        placeholder="Follows from your file if you leave it empty"
        autoComplete="off"
        data-step-focus
      />
      <div>
        <TaskTypeCards {...props} />
        <p className={classes.warning}>Task type and dataset cannot be changed later.</p>
      </div>
      <Textarea
        label="Description (optional)"
        value={state.description}
        error={problemFor('description', props)}
        onChange={(event) => update({ description: event.currentTarget.value })}
        autosize
        minRows={2}
        maxRows={6}
      />
    </div>
  );
}

function TaskTypeCards(props: StepProps) {
  const { state, update } = props;
  const { data: accepted } = useTaskTypes();
  const problem = problemFor('task_type', props);
  return (
    <fieldset className={classes.cards}>
      <legend className={classes.legend}>Task type</legend>
      {TYPES.map(({ type, word, note }) => {
        const coming = accepted !== undefined && !accepted.includes(type);
        return (
          <label key={type} className={classes.card} data-coming={coming || undefined}>
            <input type="radio" name="task_type" value={type} checked={state.taskType === type} disabled={coming} onChange={() => update({ taskType: type })} />
            <TaskTypePicture type={type} />
            <span className={classes.cardName}>{word}</span>
            {coming && (
              <span className={classes.coming}>
                <Chip>Coming</Chip>
              </span>
            )}
            <span className={classes.cardNote}>{note}</span>
          </label>
        );
      })}
      {problem && (
        <p className={classes.error} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
