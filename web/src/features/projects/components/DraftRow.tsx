import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Draft } from '@/client/types';
import { formatDateTime, formatRelative } from '@/lib/format';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { StatusChip } from '@/ui/StatusChip';
import { useDiscardDraft } from '../api/projects';
import classes from './ProjectTable.module.css';

/** An unfinished wizard. It is no project and holds no name. */
export function DraftRow({ draft }: { draft: Draft }) {
  const [asking, setAsking] = useState(false);
  const discard = useDiscardDraft();
  const name = draft.name || 'Unnamed project';
  return (
    <tr className={classes.row}>
      <td>
        <Link to="/projects/new" search={{ draft: draft.id }} className={classes.name}>
          {name}
        </Link>
        <div className={classes.sub}>Not created yet</div>
      </td>
      <td>
        <StatusChip status="draft" />
      </td>
      <td />
      <td className={classes.wide} />
      <td className={classes.wide} />
      <td className={`${classes.wide} ${classes.tight}`} title={formatDateTime(draft.updated_at)}>
        {formatRelative(draft.updated_at)}
      </td>
      <td>
        <div className={classes.actions}>
          <Button size="compact-sm" variant="subtle" color="gray" aria-label={`Discard the draft ${name}`} onClick={() => setAsking(true)}>
            Discard
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Continue the draft ${name}`}
            renderRoot={(props) => <Link to="/projects/new" search={{ draft: draft.id }} {...props} />}
          >
            Continue
          </Button>
        </div>
        <ConfirmDialog
          opened={asking}
          title="Discard this draft"
          confirm="Discard"
          danger
          onClose={() => setAsking(false)}
          onConfirm={() => discard.mutateAsync(draft.id)}
        >
          What you typed into the wizard for “{name}” is deleted. Uploaded files stay in their dataset.
        </ConfirmDialog>
      </td>
    </tr>
  );
}
