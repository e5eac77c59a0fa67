import { Button, Radio, Switch } from '@mantine/core';
import { useState } from 'react';
import type { Export } from '@/client/types';
import { plural } from '@/lib/format';
import { messageOf } from '@/lib/problem';
import { Panel } from '@/ui/Panel';
import { useStartExport } from '../api/change-exports';
import { usePreview } from '../api/get-preview';
import { useProject } from '../api/get-project';
import { bodyFor, DEFAULTS, wordsFor, type Choices } from '../model';
import classes from './exports.module.css';
import { PreviewTable } from './PreviewTable';

export function ExportForm({ projectId, onStarted, onClose }: { projectId: number; onStarted: (entry: Export) => void; onClose: () => void }) {
  const [choices, setChoices] = useState(DEFAULTS);
  const preview = usePreview(projectId, choices);
  const start = useStartExport(projectId);
  const { data: project } = useProject(projectId);
  const total = preview.data?.total;
  const nothing = total === 0;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!nothing) start.mutate(bodyFor(choices), { onSuccess: onStarted });
      }}
    >
      <Options choices={choices} several={project?.task_type === 'multilabel'} onChange={setChoices} />
      <Panel query={preview} what="the preview" rows={3} rowHeight={24} stale={false}>
        {(data) => <PreviewTable header={data.header} rows={data.rows} total={data.total} />}
      </Panel>
      {start.error && (
        <p role="alert" className={classes.error}>
          {messageOf(start.error)}
        </p>
      )}
      <div className={classes.actions}>
        <span className={classes.dim} data-testid="export-rows">
          {nothing ? 'Nothing to export yet: no item is labeled.' : total === undefined ? '' : `${plural(total, 'row')}, UTF-8`}
        </span>
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
        <Button type="submit" loading={start.isPending} disabled={nothing} data-testid="export-start">
          Export CSV
        </Button>
      </div>
    </form>
  );
}

function Options({ choices, several, onChange }: { choices: Choices; several: boolean; onChange: (choices: Choices) => void }) {
  const { format, training, all } = wordsFor(several);
  return (
    <>
      <Radio.Group label="Format" value="csv">
        <Radio mt={4} value="csv" label="CSV" description={format} />
      </Radio.Group>
      <Radio.Group label="Columns" value={choices.columns} onChange={(columns) => onChange({ ...choices, columns: columns as Choices['columns'] })}>
        <div className={classes.pair}>
          <Radio value="training" label="Training shape" description={training} data-testid="export-columns-training" />
          <Radio value="all" label="All columns" description={all} data-testid="export-columns-all" />
        </div>
      </Radio.Group>
      <Radio.Group label="Label written as" value={choices.labelAs} onChange={(labelAs) => onChange({ ...choices, labelAs: labelAs as Choices['labelAs'] })}>
        <div className={classes.pair}>
          <Radio value="path" label="Path" description="Animal/Cat: never ambiguous." data-testid="export-label-path" />
          <Radio value="leaf" label="Name only" description="Cat: shorter; two labels may share a name." data-testid="export-label-leaf" />
        </div>
      </Radio.Group>
      <Switch
        checked={choices.formulaSafe}
        onChange={(event) => onChange({ ...choices, formulaSafe: event.currentTarget.checked })}
        label="Safe to open in a spreadsheet"
        description={
          choices.formulaSafe
            ? 'A cell that begins with = + - @ or an apostrophe gets an apostrophe in front, so that no program runs it as a formula.'
            : 'Cells are written exactly as they are. Right for training; a spreadsheet may run a text that begins with = as a formula.'
        }
        data-testid="export-formula-safe"
      />
    </>
  );
}
