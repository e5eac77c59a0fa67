import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '@/ui/PanelStates';

export function NotFound() {
  return (
    <EmptyState title="Nothing here" sentence="This address leads nowhere. The project may have been deleted, or the link is cut short.">
      <Button renderRoot={(props) => <Link to="/" {...props} />}>Go to projects</Button>
    </EmptyState>
  );
}
