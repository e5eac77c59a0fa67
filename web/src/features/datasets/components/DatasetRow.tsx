import { Button } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Fragment, useId, useState } from 'react';
import type { Dataset } from '@/client/types';
import { formatBytes, formatDateTime, formatNumber, formatRelative, plural } from '@/lib/format';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { TwoLines } from '@/ui/Table';
import { useDeleteDataset } from '../api/datasets';
import classes from './DatasetRow.module.css';

const KIND = { file: 'Text files', tabular: 'Table' } as Record<string, string>;

export function DatasetRow({ dataset, mayWrite }: { dataset: Dataset; mayWrite: boolean }) {
  const [open, setOpen] = useState(false);
  const filesId = useId();
  return (
    <>
      <tr>
        <td>
          <button type="button" className={classes.toggle} aria-expanded={open} aria-controls={filesId} onClick={() => setOpen(!open)}>
            <IconChevronRight size={16} className={classes.arrow} data-open={open || undefined} aria-hidden />
            <span>
              <TwoLines main={dataset.name} sub={dataset.description} />
            </span>
          </button>
        </td>
        <td>{dataset.kind ? KIND[dataset.kind] : 'Empty'}</td>
        <td data-number>{formatNumber(dataset.file_count)}</td>
        <td data-number>{formatBytes(dataset.bytes)}</td>
        <td>
          <ProjectLinks projects={dataset.projects} />
        </td>
        <td data-tight title={formatDateTime(dataset.created_at)}>
          <TwoLines main={formatRelative(dataset.created_at)} sub={`by ${dataset.created_by}`} />
        </td>
        <td data-actions>{mayWrite && !dataset.in_use && <DeleteButton dataset={dataset} />}</td>
      </tr>
      {open && (
        <tr id={filesId}>
          <td colSpan={7}>
            <FileList dataset={dataset} />
          </td>
        </tr>
      )}
    </>
  );
}

function ProjectLinks({ projects }: { projects: Dataset['projects'] }) {
  if (projects.length === 0) return <span className={classes.dim}>No project</span>;
  return projects.map((project, at) => (
    <Fragment key={project.id}>
      {at > 0 && ', '}
      <Link to="/projects/$projectId/dashboard" params={{ projectId: project.id }}>
        {project.name}
      </Link>
    </Fragment>
  ));
}

function FileList({ dataset }: { dataset: Dataset }) {
  if (dataset.file_count === 0) return <span className={classes.dim}>No files.</span>;
  return (
    <ul className={classes.files}>
      {dataset.files.map((file) => (
        <li key={file.id} className={classes.file}>
          <span title={`SHA-256 ${file.sha256}`}>{file.name}</span>
          <span className={classes.end}>{formatBytes(file.bytes)}</span>
          <span className={classes.dim}>{formatDateTime(file.created_at)}</span>
        </li>
      ))}
      {dataset.files.length < dataset.file_count && (
        <li className={classes.dim}>and {plural(dataset.file_count - dataset.files.length, 'more file')}</li>
      )}
    </ul>
  );
}

function DeleteButton({ dataset }: { dataset: Dataset }) {
  const [asking, setAsking] = useState(false);
  const remove = useDeleteDataset();
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="gray" aria-label={`Delete ${dataset.name}`} onClick={() => setAsking(true)}>
        Delete
      </Button>
      <ConfirmDialog
        opened={asking}
        title={`Delete ${dataset.name}`}
        confirm="Delete dataset"
        danger
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutateAsync(dataset.id)}
      >
        Its {plural(dataset.file_count, 'file')} leave this server. No project uses them.
      </ConfirmDialog>
    </>
  );
}
