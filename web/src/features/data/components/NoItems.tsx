import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ItemState } from '@/client/types';
import { EmptyState } from '@/ui/PanelStates';
import { stateInfo } from '../model';

export function NoItems({ state, projectId, onShowAll }: { state: ItemState | null; projectId: number; onShowAll: () => void }) {
  if (state === null) {
    return (
      <EmptyState sentence="No items are in yet. They appear here as they are read.">
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/projects/$projectId/dashboard" params={{ projectId }} />}>
          See the import
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState sentence={`No item is in the state “${stateInfo(state).name}” now.`}>
      <Button variant="default" onClick={onShowAll}>
        Show all data
      </Button>
    </EmptyState>
  );
}
