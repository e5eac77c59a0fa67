import { ActionIcon, Checkbox, Select } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Preview } from '@/client/types';
import { moveColumn } from '../model';
import classes from './DataStep.module.css';
import { problemFor, type StepProps } from './step';

/** Ticked columns first, in the order labelers see them; the rest are kept and exported. */
export function ColumnChooser(props: StepProps & { preview: Preview }) {
  const { state, update, preview } = props;
  const ticked = state.textColumns ?? [];
  const names = preview.columns.map((column) => column.name);
  const ordered = [...ticked.filter((name) => names.includes(name)), ...names.filter((name) => !ticked.includes(name))];
  const problem = problemFor('text_columns', props);
  const toggle = (name: string) =>
    update({ textColumns: ticked.includes(name) ? ticked.filter((other) => other !== name) : [...ticked, name] });
  return (
    <div>
      <h3 className={classes.heading}>Columns labelers see</h3>
      <ul className={classes.columns}>
        {ordered.map((name) => (
          <li key={name} className={classes.column}>
            <Checkbox size="xs" label={name} checked={ticked.includes(name)} onChange={() => toggle(name)} />
            <span className={classes.sample}>{preview.columns.find((column) => column.name === name)?.sample}</span>
            <span className={classes.moves}>
              {ticked.includes(name) && ticked.length > 1 && (
                <>
                  <Move name={name} by={-1} ticked={ticked} onMove={(textColumns) => update({ textColumns })} />
                  <Move name={name} by={1} ticked={ticked} onMove={(textColumns) => update({ textColumns })} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {problem && (
        <p className={classes.error} role="alert">
          {problem}
        </p>
      )}
      <Select
        mt="sm"
        size="xs"
        maw={420}
        label="Column with the id of each item"
        description={problemFor('id_column', props) ? undefined : 'Ids come back in exports of all columns. Without one, items are numbered.'}
        error={problemFor('id_column', props)}
        data={[{ value: '', label: 'None' }, ...names]}
        value={state.idColumn ?? ''}
        onChange={(name) => update({ idColumn: name || null })}
      />
    </div>
  );
}

function Move({ name, by, ticked, onMove }: { name: string; by: -1 | 1; ticked: string[]; onMove: (columns: string[]) => void }) {
  const at = ticked.indexOf(name) + by;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      disabled={at < 0 || at >= ticked.length}
      aria-label={`Move ${name} ${by < 0 ? 'up' : 'down'}`}
      onClick={() => onMove(moveColumn(ticked, name, by))}
    >
      {by < 0 ? <IconArrowUp size={16} /> : <IconArrowDown size={16} />}
    </ActionIcon>
  );
}
