import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '@/ui/PanelStates';

export function NotFound() {
  return (
    <EmptyState title="Nothing here" sentence="What was here may have been deleted, the link may be cut short, or you may not have access.">
      <Button renderRoot={(props) => <Link to="/" {...props} />}>Go to projects</Button>
    </EmptyState>
  );
}
