import { Button, Select } from '@mantine/core';
import { formatNumber, plural } from '@/lib/format';
import { FileDrop } from '@/ui/FileDrop';
import { Panel } from '@/ui/Panel';
import { useDataset, useDatasets, usePreview } from '../api/datasets';
import type { Uploader } from '../use-upload';
import { ColumnChooser } from './ColumnChooser';
import classes from './DataStep.module.css';
import { PreviewTable } from './PreviewTable';
import { ReadingForm } from './ReadingForm';
import { problemFor, type StepProps } from './step';
import { UploadList } from './UploadList';
import wizard from './Wizard.module.css';

/** One kind of file makes one kind of item, so the drop target says which is which. */
const ACCEPT = '.csv,.tsv,.txt';

export function DataStep(props: StepProps & { uploader: Uploader }) {
  const { state, uploader } = props;
  const problem = problemFor('dataset_id', props);
  return (
    <div className={wizard.fields}>
      {state.datasetId === null && (
        <>
          <FileDrop
            words="Drop files here, or choose them"
            note=".csv and .tsv: one item per row. .txt: one item per file."
            accept={ACCEPT}
            onFiles={uploader.add}
          />
          <ExistingDatasets {...props} />
        </>
      )}
      <UploadList uploader={uploader} />
      {problem && (
        <p className={classes.error} role="alert">
          {problem}
        </p>
      )}
      {state.datasetId !== null && <ChosenDataset {...props} datasetId={state.datasetId} />}
    </div>
  );
}

function ExistingDatasets({ update, uploader }: StepProps & { uploader: Uploader }) {
  const { data: datasets = [] } = useDatasets();
  const usable = datasets.filter((dataset) => dataset.file_count > 0);
  if (usable.length === 0 || uploader.busy) return null;
  return (
    <Select
      label="Or use a dataset that is already here"
      placeholder="Choose a dataset"
      searchable
      value={null}
      data={usable.map((dataset) => ({ value: String(dataset.id), label: `${dataset.name} (${plural(dataset.file_count, 'file')})` }))}
      onChange={(id) => {
        const dataset = usable.find((candidate) => String(candidate.id) === id);
        if (dataset) update({ datasetId: dataset.id, datasetKind: dataset.kind as 'file' | 'tabular' | null, textColumns: null, idColumn: null, reading: {} });
      }}
    />
  );
}

function ChosenDataset(props: StepProps & { uploader: Uploader; datasetId: number }) {
  const { state, update, uploader, datasetId } = props;
  const dataset = useDataset(datasetId);
  const preview = usePreview(datasetId, state.reading, dataset.data?.file_count ?? 0);
  const other = () => {
    uploader.clear();
    update({ datasetId: null, datasetKind: null, textColumns: null, idColumn: null, reading: {} });
  };
  return (
    <>
      <div className={classes.chosen}>
        <p className={classes.dim}>
          Dataset <strong>{dataset.data?.name ?? '…'}</strong>
          {preview.data?.items != null && `: ${preview.data.items_exact ? '' : 'about '}${formatNumber(preview.data.items)} ${preview.data.items === 1 ? 'item' : 'items'}`}
        </p>
        <Button variant="subtle" size="compact-sm" onClick={other} disabled={uploader.busy}>
          Use other data
        </Button>
      </div>
      {dataset.data && !dataset.data.in_use && <FileDrop small words="Add more files" accept={ACCEPT} onFiles={uploader.add} />}
      {dataset.data?.file_count === 0 ? null : (
        <Panel query={preview} what="the preview" rows={6} rowHeight={24} stale={false}>
          {(data) => (
            <>
              {data.kind && <ReadingForm preview={data} state={state} update={update} />}
              {data.kind === 'tabular' && <ColumnChooser {...props} preview={data} />}
              <PreviewTable preview={data} shown={data.kind === 'tabular' ? (state.textColumns ?? []) : []} />
            </>
          )}
        </Panel>
      )}
    </>
  );
}
